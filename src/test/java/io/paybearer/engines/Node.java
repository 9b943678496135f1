// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A node's process, as the test sees it. */
final class Node implements AutoCloseable {

    private static final String ANSWER = "@";

    private final Process process;
    private final Output output;

    private Node(Process process) {
        this.process = process;
        this.output = Output.of(process);
    }

    static Node start(String engine, int number, int threads, Map<String, String> properties) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.net.preferIPv4Stack=true",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of(NodeMain.class.getName(), engine, String.valueOf(number), String.valueOf(threads)));
        Path log = Path.of("target", "cluster-" + engine + "-" + number + ".log");
        return new Node(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    String answer() throws InterruptedException {
        return output.await(line -> line.startsWith(ANSWER)).substring(ANSWER.length());
    }

    void tell(String command) throws IOException {
        process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    String ask(String command) throws IOException, InterruptedException {
        tell(command);
        return answer();
    }

    Map<String, Long> figures() throws IOException, InterruptedException {
        return parsed(ask("figures"));
    }

    static Map<String, Long> parsed(String line) {
        Map<String, Long> figures = new HashMap<>();
        for (String part : line.split(" ")) {
            int equals = part.indexOf('=');
            if (equals > 0 && part.substring(equals + 1).matches("\\d+")) {
                figures.put(part.substring(0, equals), Long.valueOf(part.substring(equals + 1)));
            }
        }
        return figures;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void pause() throws IOException, InterruptedException {
        Signals.pause(process);
    }

    void resume() throws IOException, InterruptedException {
        Signals.resume(process);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
