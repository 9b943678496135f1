// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What a process prints, line by line, to be waited for. It is read to its end, so that the process is never held up. */
final class Output {

    private static final int PATIENCE_SECONDS = 120;
    private static final String END = "\u0004";

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private Output() {}

    static Output of(Process process) {
        Output output = new Output();
        Thread reader = new Thread(() -> output.read(process), "output-" + process.pid());
        reader.setDaemon(true);
        reader.start();
        return output;
    }

    private void read(Process process) {
        try (BufferedReader text =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            text.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException gone) {
            // that is its end
        }
        lines.add(END);
    }

    /** Waits for such a line, and drops those before it. */
    String await(Predicate<String> wanted) throws InterruptedException {
        List<String> before = new ArrayList<>();
        while (true) {
            String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null || line.equals(END)) {
                throw new IllegalStateException("a process does not answer, after: " + before);
            }
            if (wanted.test(line)) {
                return line;
            }
            before.add(line);
        }
    }
}
