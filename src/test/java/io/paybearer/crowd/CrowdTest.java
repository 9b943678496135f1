// SPDX-License-Identifier: Apache-2.0
package io.paybearer.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Callers that fill the common pool, whatever its size, and the library's own threads get their tokens all the same. Each JVM
 * plays all scenes of {@link Crowd}. {@code -Dit.jdk} names a second JDK; on JDK 21 and later there are virtual threads too.
 */
class CrowdTest {

    static Stream<Arguments> jvms() {
        return Stream.of(System.getProperty("java.home"), System.getProperty("it.jdk", ""))
                .filter(jdk -> !jdk.isEmpty())
                .distinct()
                .flatMap(jdk -> Stream.of(1, 2, 4, 8).map(parallelism -> Arguments.of(jdk, parallelism)));
    }

    @ParameterizedTest(name = "{0}, common pool of {1}")
    @MethodSource("jvms")
    void crowd_ofAnyKind_getsItsTokens(String jdk, int parallelism) throws Exception {
        List<String> lines = played(jdk, parallelism);

        assertThat(lines).hasSizeGreaterThanOrEqualTo(9).allMatch(line -> line.endsWith(" ok"));
    }

    private static List<String> played(String jdk, int parallelism) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(jdk, "bin", "java").toString(),
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=" + parallelism,
                "-Dsun.net.httpserver.nodelay=true",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CrowdMain.class.getName()));
        Process program = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor()).as(said).isZero();
        return said.lines().filter(line -> line.contains("_")).toList();
    }
}
