// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the first call of a JVM costs: CPU of its thread, and classes that it loads. Each process makes one measured call; processes
 * with and without paybearer alternate, so that noise meets both alike.
 */
final class FirstCall {

    private static final int PROCESSES = Boolean.getBoolean("quick") ? 5 : 20;

    private final URI server;
    private final String[] jvm;

    private FirstCall(URI server, String... jvm) {
        this.server = server;
        this.jvm = jvm;
    }

    public static void main(String[] args) throws Exception {
        System.out.printf("%nThe first POST of a JVM, RESTEasy, medians of %d processes each%n%n", PROCESSES);
        System.out.println("| client | CPU | middle half | classes loaded |\n|---|---|---|---|");
        try (EchoServer server = EchoServer.start()) {
            new FirstCall(server.uri(), args).play();
        }
        System.exit(0);
    }

    private void play() throws IOException, InterruptedException {
        List<String[]> plain = new ArrayList<>();
        List<String[]> paying = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            plain.add(call("plain"));
            paying.add(call("paybearer"));
        }
        print("plain", plain);
        print("with paybearer, one account of 2Checkout", paying);
        System.out.printf(
                "| paybearer's part | %.1f ms | | %.0f |%n",
                quantile(paying, 0, 0.5) - quantile(plain, 0, 0.5), quantile(paying, 1, 0.5) - quantile(plain, 1, 0.5));
    }

    /** Milliseconds of CPU, and the number of classes. */
    private String[] call(String kind) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto"));
        command.addAll(Arrays.asList(jvm));
        command.addAll(List.of("-cp", classPath(), FirstCallProcess.class.getName()));
        command.addAll(List.of(kind, server.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(kind + " failed: " + printed);
        }
        return printed.strip().split(" ");
    }

    /** Without Weld, which would be asked for a container that was never started. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("weld"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void print(String title, List<String[]> calls) {
        System.out.printf(
                "| %s | %.1f ms | %.1f–%.1f ms | %.0f |%n",
                title,
                quantile(calls, 0, 0.5),
                quantile(calls, 0, 0.25),
                quantile(calls, 0, 0.75),
                quantile(calls, 1, 0.5));
    }

    private static double quantile(List<String[]> calls, int column, double share) {
        double[] sorted = calls.stream()
                .mapToDouble(call -> Double.parseDouble(call[column]))
                .sorted()
                .toArray();
        return sorted[(int) (share * (sorted.length - 1))];
    }
}
