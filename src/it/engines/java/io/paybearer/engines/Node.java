// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import io.paybearer.spi.TokenEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A node's process, as the test sees it. */
final class Node implements AutoCloseable {

    /** The classes of an earlier version and its {@link NodeMain}: the first node of a cluster then is of that version. */
    private static final String OLDER = System.getProperty("cluster.older", "");

    private final Process process;
    private final Output output;

    private Node(Process process) {
        this.process = process;
        this.output = Output.of(process);
    }

    static Node start(String engine, int number, int threads, Map<String, String> properties) throws IOException {
        String[] arguments = {engine, String.valueOf(number), String.valueOf(threads)};
        String first = number == 0 ? OLDER : "";
        return new Node(Jvm.start(NodeMain.class, first, engine + "-" + number, properties, arguments));
    }

    String answer() throws InterruptedException {
        return output.await(line -> line.startsWith(NodeMain.ANSWER)).substring(NodeMain.ANSWER.length());
    }

    /** Waits until it tells of such an event. */
    void awaitEvent(TokenEvent.Type type) throws InterruptedException {
        output.await(line -> line.equals(NodeMain.EVENT + type));
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
        if (figures.isEmpty()) {
            throw new IllegalStateException("the node answered: " + line);
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
