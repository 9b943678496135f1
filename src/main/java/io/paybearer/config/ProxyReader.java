// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.Secret;
import io.paybearer.http.ProxySettings;
import java.io.IOException;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads through which proxy an account's token endpoint is reached, and what the proxy is told. */
final class ProxyReader {

    private static final String PROXY = "(?:http://)?([^/:@\\s]+|\\[[0-9a-fA-F:]+]):(\\d{1,5})/?";
    private static final String OTHER_PROTOCOL = "(?!http:)[a-zA-Z0-9]+://";
    private static final int HIGHEST_PORT = 65535;

    /** Networking properties of the JDK: the schemes for which it tells no proxy a password on the way to an https endpoint. */
    private static final String DISABLED = "jdk.http.auth.tunneling.disabledSchemes";

    private ProxyReader() {}

    static Optional<ProxySettings> read(Leaves leaves) {
        Optional<String> login = login(leaves);
        Optional<String> text = leaves.text(Keys.PROXY);
        if (text.isPresent()) {
            return address(leaves, text.get()).map(proxy -> new ProxySettings(proxy, login.map(Secret::of)));
        }
        if (login.isPresent()) {
            leaves.problem(Keys.PROXY_USER, "there is no proxy to tell it to; set " + leaves.key(Keys.PROXY));
        }
        return Optional.empty();
    }

    private static Optional<InetSocketAddress> address(Leaves leaves, String text) {
        Matcher matcher = Pattern.compile(PROXY).matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > HIGHEST_PORT) {
            leaves.problem(
                    Keys.PROXY,
                    Pattern.compile(OTHER_PROTOCOL).matcher(text).lookingAt()
                            ? "paybearer speaks to a proxy by http alone, whatever the endpoint's protocol; write it as host:port"
                            : "it is not of the form host:port; a user and a password have the keys "
                                    + leaves.key(Keys.PROXY_USER) + " and " + leaves.key(Keys.PROXY_PASSWORD));
            return Optional.empty();
        }
        return Optional.of(InetSocketAddress.createUnresolved(matcher.group(1), Integer.parseInt(matcher.group(2))));
    }

    /** The value of {@code Proxy-Authorization} (RFC 7617). */
    private static Optional<String> login(Leaves leaves) {
        Optional<Secret> password = leaves.secret(Keys.PROXY_PASSWORD);
        Optional<String> user = leaves.text(Keys.PROXY_USER);
        if (user.isPresent() != password.isPresent()) {
            String missing = user.isPresent() ? Keys.PROXY_PASSWORD : Keys.PROXY_USER;
            leaves.problem(missing, "it is missing; a proxy wants both a user and a password");
            return Optional.empty();
        }
        if (user.isEmpty() || password.isEmpty()) {
            return Optional.empty();
        }
        check(leaves, user.get());
        return Optional.of(basic(user.get(), password.get()));
    }

    private static void check(Leaves leaves, String user) {
        if (user.indexOf(':') >= 0) {
            leaves.problem(
                    Keys.PROXY_USER, "a user name of Basic must not have a colon (RFC 7617, section 2); correct it");
        }
        if (basicIsDisabled()) {
            leaves.problem(
                    Keys.PROXY_USER,
                    "this JVM tells no proxy a password on the way to an https endpoint; start it with -D" + DISABLED
                            + "=");
        }
    }

    private static String basic(String user, Secret password) {
        byte[] pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** The JDK reads the system property, else its own file. */
    private static boolean basicIsDisabled() {
        String schemes = System.getProperty(DISABLED);
        return Arrays.stream((schemes == null ? ofTheJdk() : schemes).split(","))
                .anyMatch(scheme -> scheme.strip().equalsIgnoreCase("Basic"));
    }

    private static String ofTheJdk() {
        Path file = Path.of(System.getProperty("java.home", ""), "conf", "net.properties");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties.getProperty(DISABLED, "");
        } catch (IOException | IllegalArgumentException unreadable) {
            return "Basic"; // as the JDK has it by default
        }
    }
}
