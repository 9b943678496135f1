// SPDX-License-Identifier: Apache-2.0
package io.paybearer.fuzz;

import io.paybearer.cli.JwtTimesFuzz;
import io.paybearer.config.DurationFuzz;
import io.paybearer.http.RetryAfterFuzz;
import io.paybearer.origin.BaseUriFuzz;
import io.paybearer.origin.RequestUriFuzz;
import io.paybearer.provider.paymentsgate.PublicKeyFuzz;
import io.paybearer.spi.TokenAnswerFuzz;
import io.paybearer.token.StoreEntryFuzz;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs Jazzer on each target, each in a JVM of its own, and prints how many inputs were tried. Fails at the first finding. */
public final class Fuzzers {

    private static final List<Class<?>> TARGETS = List.of(
            TokenAnswerFuzz.class,
            StoreEntryFuzz.class,
            PublicKeyFuzz.class,
            RequestUriFuzz.class,
            BaseUriFuzz.class,
            DurationFuzz.class,
            RetryAfterFuzz.class,
            JwtTimesFuzz.class);
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second.*");

    private Fuzzers() {}

    public static void main(String[] seconds) throws IOException, InterruptedException {
        Path found = Files.createDirectories(Path.of(System.getProperty("findings")));
        List<String> rows = new ArrayList<>();
        for (Class<?> target : TARGETS) {
            System.out.println("fuzzing " + target.getSimpleName() + " for " + seconds[0] + " s");
            rows.add(row(target, seconds[0], found));
            System.out.println(rows.get(rows.size() - 1)); // a finding later on must not hide it
        }
        System.out.println("| target | seconds | inputs | findings |\n|---|---|---|---|");
        rows.forEach(System.out::println);
    }

    private static String row(Class<?> target, String seconds, Path found) throws IOException, InterruptedException {
        Process jazzer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.getName(),
                        "--instrumentation_includes=io.paybearer.**",
                        "--reproducer_path=" + found,
                        "-artifact_prefix=" + found + "/",
                        "-max_len=4096",
                        "-timeout=10",
                        "-max_total_time=" + seconds)
                .redirectErrorStream(true)
                .start();
        String row = null;
        try (BufferedReader lines = jazzer.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher done = DONE.matcher(line);
                if (done.matches()) {
                    row = "| " + target.getSimpleName() + " | " + done.group(2) + " | " + done.group(1) + " | 0 |";
                } else if (!line.startsWith("#")) {
                    System.out.println(line);
                }
            }
        }
        if (jazzer.waitFor() != 0 || row == null) {
            throw new IllegalStateException(target.getSimpleName() + " has a finding, or did not run; see " + found);
        }
        return row;
    }
}
