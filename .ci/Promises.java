// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Breaks the code as each row of {@code src/docs/promises.md} says, one after the other, and runs the test of the row, which has to
 * fail. The sources stay as they are. Run it at the top of a checkout: {@code java .ci/Promises.java}, or with the names of some tests.
 */
public class Promises {

    private static final Path PAGE = Path.of("src/docs/promises.md");
    private static final Path LOG = Path.of("target/promises.log");
    private static final Path BROKEN = Path.of("target/promises");
    private static final Path CLASSES = Path.of("target/classes");
    private static final Path PATH = Path.of("target/promises.path");

    public static void main(String[] tests) throws IOException, InterruptedException {
        Files.createDirectories(BROKEN);
        if (run("mvn", "-q", "-B", "test-compile", "dependency:build-classpath", "-Dmdep.outputFile=" + PATH) != 0) {
            throw new IllegalStateException("the code cannot be compiled as it is, see " + LOG);
        }
        List<String> blind = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            String[] row = line.split("\\|");
            boolean mutation = row.length == 5 && row[1].contains("`") && !row[2].isBlank();
            if (mutation && (tests.length == 0 || Set.of(tests).contains(code(row[1])))) {
                String test = code(row[1]);
                boolean red = red(test, Path.of("src/main/java/io/paybearer", code(row[2])), code(row[3]), code(row[4]));
                System.out.println((red ? "red    " : "GREEN  ") + test + ": " + code(row[3]));
                if (!red) {
                    blind.add(test);
                }
            }
        }
        System.out.println(blind.isEmpty() ? "each test failed" : "these tests did not fail: " + blind);
        System.exit(blind.isEmpty() ? 0 : 1);
    }

    private static String code(String cell) {
        String text = cell.strip();
        return text.equals("nothing") ? "" : text.substring(1, text.length() - 1).strip();
    }

    /** Compiles the one file, with the compiler alone: what checks the code otherwise would not let it pass. */
    private static boolean red(String test, Path file, String before, String after) throws IOException, InterruptedException {
        if (!passes(test)) {
            throw new IllegalStateException(test + " fails without a change, see " + LOG);
        }
        String whole = Files.readString(file);
        Path broken = BROKEN.resolve(file.getFileName());
        Files.writeString(broken, whole.replace(before, after));
        Path kept = Path.of("target/promises-classes");
        copy(CLASSES, kept);
        try {
            if (run("javac", "-nowarn", "-proc:none", "--release", "17", "-d", CLASSES.toString(), "-cp", path(), broken.toString()) != 0) {
                throw new IllegalStateException(file + " cannot be compiled with " + after + ", see " + LOG);
            }
            return !passes(test);
        } finally {
            copy(kept, CLASSES);
        }
    }

    private static boolean passes(String test) throws IOException, InterruptedException {
        return run("mvn", "-o", "-q", "-B", "surefire:test", "-Dtest=" + test) == 0;
    }

    private static String path() throws IOException {
        return CLASSES + System.getProperty("path.separator") + Files.readString(PATH).strip();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start()
                .waitFor();
    }
}
