// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jose4j.json.JsonUtil;

/** The files of {@code config-samples}, their secrets put into a directory of this machine. */
final class Samples {

    private static final Path ALL = Path.of("config-samples");
    private static final Pattern FILE = Pattern.compile("/(?:run/secrets|etc)/paybearer/([a-z0-9.-]+)");
    private static final KeyPair PAIR = makePair();
    private static final String PUBLIC_KEY = pem("PUBLIC KEY", PAIR.getPublic());
    private static final String PRIVATE_KEY = pem("PRIVATE KEY", PAIR.getPrivate());
    private static final String PASSWORD = "0123456789abcdefghijklmnopqrstuvwxyz";

    private final Path directory;

    Samples(Path directory) {
        this.directory = directory;
    }

    /** Those with configuration keys. Those of the folder monitoring configure others, and have a test of their own. */
    static List<Path> files() throws IOException {
        return all(file -> !forServers(file));
    }

    /** Those with something else in them, which a server reads. */
    static List<Path> filesForServers() throws IOException {
        return all(Samples::forServers);
    }

    private static boolean forServers(Path file) {
        return file.toString().matches(".*\\.(xml|txt|cli)");
    }

    private static List<Path> all(Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(ALL)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(ALL.resolve("monitoring")))
                    .filter(wanted)
                    .sorted()
                    .toList();
        }
    }

    static Path reference() {
        return ALL.resolve("reference.properties");
    }

    TestConfig load(Path file) throws IOException {
        String name = file.getFileName().toString();
        String kind = name.substring(name.lastIndexOf('.') + 1);
        return switch (kind) {
            case "properties" -> TestConfig.empty().properties(properties(Files.readString(file)));
            case "env" -> TestConfig.empty().variables(variables(Files.readAllLines(file)));
            default -> throw new AssertionError(file + ": no test loads files of this kind");
        };
    }

    Map<String, String> properties(String text) throws IOException {
        Properties loaded = new Properties();
        loaded.load(new StringReader(text));
        Map<String, String> properties = new LinkedHashMap<>();
        loaded.stringPropertyNames().forEach(key -> properties.put(key, redirected(loaded.getProperty(key))));
        return properties;
    }

    private Map<String, String> variables(List<String> lines) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("=", 2);
                variables.put(parts[0], redirected(parts[1]));
            }
        }
        return variables;
    }

    private String redirected(String value) {
        Matcher file = FILE.matcher(value);
        return file.matches() ? usable(file.group(1)).toString() : value;
    }

    private Path usable(String name) {
        Path file = directory.resolve(name);
        try {
            if (name.endsWith(".p12")) {
                writeStore(file, PASSWORD);
            } else {
                Files.writeString(file, content(name));
            }
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a store again with another password. */
    void rewrite(String path, String password) throws IOException {
        Path file = directory.resolve(path.substring(path.lastIndexOf('/') + 1));
        writeStore(file, password);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
    }

    private static void writeStore(Path file, String password) throws IOException {
        Files.deleteIfExists(file);
        if (file.endsWith("client.p12")) {
            TestTrustStore.writeKey(file, password);
        } else {
            TestTrustStore.write(file, password, true);
        }
    }

    private static String content(String name) {
        return switch (name) {
            case "store-keys" -> "k1:" + Base64.getEncoder().encodeToString(new byte[32]) + "\n";
            case "redis-uri" -> "redis://:" + PASSWORD + "@127.0.0.1:6379\n";
            case "paymentsgate-credentials.json" -> credentials();
            default -> name.endsWith(".pem") ? pem(name) : PASSWORD + "\n";
        };
    }

    private static String credentials() {
        String key = Base64.getEncoder().encodeToString(publicKey().getBytes(StandardCharsets.US_ASCII));
        return JsonUtil.toJson(Map.of("account_id", "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0", "public_key", key));
    }

    private static String pem(String name) {
        return name.endsWith("signing-key.pem") ? privateKey() : publicKey();
    }

    static String publicKey() {
        return PUBLIC_KEY;
    }

    static String privateKey() {
        return PRIVATE_KEY;
    }

    private static KeyPair makePair() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String pem(String what, Key key) {
        String lines = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }
}
