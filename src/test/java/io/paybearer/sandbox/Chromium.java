// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Debian's Chromium in a process without a window, driven by the DevTools protocol. All that it writes is in one folder. */
final class Chromium implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
    private static final int LONGEST_SECONDS = 30;
    /** A shell ends the browser as soon as its standard input ends, even when the JVM of the test is killed. */
    private static final String UNTIL_INPUT_ENDS = "\"$@\" </dev/null & cat >/dev/null; kill $!; wait";

    private final Process process;
    private final DevTools devTools;

    private Chromium(Process process, DevTools devTools) {
        this.process = process;
        this.devTools = devTools;
    }

    /** Skips the test where there is no Chromium. */
    static Chromium start(Path folder) throws Exception {
        assumeTrue(
                Files.isExecutable(PROGRAM),
                "there is no " + PROGRAM
                        + "; the tests of the sandbox's page run in it (Debian: apt-get install chromium)");
        ProcessBuilder builder = new ProcessBuilder(
                "sh",
                "-c",
                UNTIL_INPUT_ENDS,
                "sh",
                PROGRAM.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + Files.createDirectory(folder.resolve("profile")),
                "about:blank");
        List.of("TMPDIR", "HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
                .forEach(name -> builder.environment().put(name, folder.toString()));
        Process process =
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            return new Chromium(process, DevTools.connect(listening(process)));
        } catch (Exception e) {
            end(process);
            throw e;
        }
    }

    BrowserPage page() {
        return BrowserPage.open(devTools);
    }

    private static URI listening(Process process) throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<URI> found = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, found), "chromium");
        reader.setDaemon(true);
        reader.start();
        return found.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    private static void read(Process process, CompletableFuture<URI> found) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                Matcher matcher = LISTENING.matcher(line);
                if (matcher.find()) {
                    found.complete(URI.create(matcher.group(1)));
                }
            }
        } catch (IOException ended) {
            said.append(ended);
        }
        found.completeExceptionally(new IllegalStateException("Chromium has ended: " + said));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        devTools.close();
        end(process);
    }

    /**
     * Its other processes write into the folder until they have ended. Where nobody collects orphans, as in some containers, they
     * never seem to end, so the wait for them is short.
     */
    private static void end(Process process) throws IOException, InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.getOutputStream().close();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        children.stream()
                .map(child -> child.onExit().completeOnTimeout(child, 2, TimeUnit.SECONDS))
                .toList()
                .forEach(CompletableFuture::join);
    }
}
