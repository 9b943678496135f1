// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret file is read while somebody writes it. The secret that was read before stays in use until the file is whole. */
class HalfWrittenTest {

    private static final String OLD = "first-word";
    private static final String NEW = "ünother-word-of-\u20ac-and-\ud83d\ude00";
    private static final Duration ALMOST = Duration.ofMillis(999);

    @TempDir
    private Path directory;

    private Instant now = Instant.parse("2030-01-01T00:00:00Z");
    private Path file;
    private Reloaded<Credentials> issuer;

    @BeforeEach
    void readFirstSecret() throws IOException {
        file = directory.resolve("word");
        write(OLD.getBytes(UTF_8), 0);
        issuer = TestConfig.shop()
                .without("secret-word")
                .with("secret-word-file", file.toString())
                .account(() -> now)
                .credentials();
    }

    /** The file as its writer has it, some time by the file's own clock after the present. */
    private void write(byte[] content, int seconds) throws IOException {
        Files.setLastModifiedTime(Files.write(file, content), FileTime.from(now.plusSeconds(seconds)));
    }

    private String used() {
        List<String> credential = issuer.current().issuer().credential();
        return credential.contains(NEW) ? NEW : credential.contains(OLD) ? OLD : "a part";
    }

    /** Bytes of a character beyond ASCII are cut apart too. The clock of the file's machine differs from ours. */
    @Test
    void everyCut_isNotUsed_andTheWholeFileIs() throws IOException {
        byte[] whole = NEW.getBytes(UTF_8);
        for (int clockOfTheFile : new int[] {-9, -1, 0, 1, 3600}) {
            for (int cut = 0; cut < whole.length; cut++) {
                write(Arrays.copyOf(whole, cut), clockOfTheFile);
                assertThat(used()).as("%s bytes, %s s", cut, clockOfTheFile).isEqualTo(OLD);
                now = now.plus(ALMOST);
                assertThat(used()).as("%s bytes, %s s", cut, clockOfTheFile).isEqualTo(OLD);
            }
        }
        write(whole, 0);
        assertThat(used()).isEqualTo(OLD);
        now = now.plusSeconds(1);
        assertThat(used()).isEqualTo(NEW);
    }

    @Test
    void writerThatAppendsSlowly_isWaitedFor() throws IOException {
        byte[] whole = NEW.getBytes(UTF_8);
        write(new byte[0], 0);
        for (byte next : whole) {
            assertThat(used()).isEqualTo(OLD);
            Files.write(file, new byte[] {next}, StandardOpenOption.APPEND);
            Files.setLastModifiedTime(file, FileTime.from(now));
            now = now.plus(ALMOST);
        }
        assertThat(used()).isEqualTo(OLD);
        now = now.plusSeconds(1);

        assertThat(used()).isEqualTo(NEW);
    }

    @Test
    void sameHalf_seenInTwoRotations_isNotTwiceTheSame() throws IOException {
        write(NEW.substring(0, 3).getBytes(UTF_8), 0);
        assertThat(used()).isEqualTo(OLD);
        write(OLD.getBytes(UTF_8), 0);
        assertThat(used()).isEqualTo(OLD);
        now = now.plusSeconds(60);
        write(NEW.substring(0, 3).getBytes(UTF_8), 0);

        assertThat(used()).isEqualTo(OLD);
    }

    /** What is made of a file is of the content that has settled, though the file is read once more for that. */
    @Test
    void fileThatChangesWhileItsValueIsMade_isNotUsed() throws IOException {
        Deque<String> meanwhile = new ArrayDeque<>();
        FakeProvider provider = new FakeProvider("fake", "word").reading(settings -> {
            if (!meanwhile.isEmpty()) {
                write(meanwhile.remove());
            }
            return List.of(settings.requiredSecret("word").reveal());
        });
        issuer = TestConfig.empty()
                .provider(provider)
                .with("provider", "fake")
                .with("word-file", file.toString())
                .account(() -> now)
                .credentials();
        for (String changed : List.of("ha", "")) {
            write(NEW);
            now = now.plusSeconds(20);
            meanwhile.add(changed);
            assertThat(used()).as("%s", changed).isEqualTo(OLD);
        }
        write(NEW);
        now = now.plusSeconds(20);

        assertThat(used()).isEqualTo(NEW);
    }

    private void write(String content) {
        try {
            write(content.getBytes(UTF_8), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void clockThatIsSetBack_doesNotLengthenTheWait() throws IOException {
        write(NEW.getBytes(UTF_8), 0);
        assertThat(used()).isEqualTo(OLD);
        now = now.minusSeconds(3600);
        assertThat(used()).isEqualTo(OLD);
        now = now.plusSeconds(1);

        assertThat(used()).isEqualTo(NEW);
    }

    /** The application makes its next call long after the rotation, when the provider may have forgotten the old secret. */
    @Test
    void fileThatHasNotBeenWrittenForLong_isUsedAtOnce() throws IOException {
        write(NEW.getBytes(UTF_8), 0);
        now = now.plusSeconds(10);

        assertThat(used()).isEqualTo(NEW);
    }

    @Test
    void fileThatIsAwayForAMoment_isNoNews() throws IOException {
        Path aside = Files.move(file, directory.resolve("aside"));
        assertThat(used()).isEqualTo(OLD);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);

        assertThat(used()).isEqualTo(OLD);
    }
}
