// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.http.EndpointSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** Reads how an account's token endpoint is reached. */
final class EndpointReader {

    private static final Duration USUAL_CONNECT = Duration.ofSeconds(2);
    private static final Duration USUAL_READ = Duration.ofSeconds(5);
    private static final Pattern PROXY = Pattern.compile("(?:http://)?([^/:@\\s]+|\\[[0-9a-fA-F:]+]):(\\d{1,5})/?");
    private static final int HIGHEST_PORT = 65535;

    private final SettingsReader settings;
    private final TrustStores trustStores;

    EndpointReader(SettingsReader settings, TrustStores trustStores) {
        this.settings = settings;
        this.trustStores = trustStores;
    }

    EndpointSettings read() {
        return new EndpointSettings(
                timeout(Keys.CONNECT_TIMEOUT, USUAL_CONNECT),
                timeout(Keys.READ_TIMEOUT, USUAL_READ),
                settings.text(Keys.PROXY).flatMap(this::proxy),
                tls());
    }

    private Duration timeout(String key, Duration usual) {
        Duration timeout = settings.duration(key, usual);
        if (timeout.isZero()) {
            settings.problem(key, "a timeout of zero would wait for ever; set one above it");
            return usual;
        }
        return timeout;
    }

    private Optional<InetSocketAddress> proxy(String text) {
        Matcher matcher = PROXY.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > HIGHEST_PORT) {
            settings.problem(
                    Keys.PROXY, "it is not of the form host:port; a proxy that asks for a password is not supported");
            return Optional.empty();
        }
        return Optional.of(InetSocketAddress.createUnresolved(matcher.group(1), Integer.parseInt(matcher.group(2))));
    }

    private Optional<SSLContext> tls() {
        Optional<String> path = settings.text(Keys.TRUST_STORE);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(trustStores.open(path.get(), settings.secret(Keys.TRUST_STORE_PASSWORD)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            settings.problem(
                    Keys.TRUST_STORE,
                    path.get() + " cannot be used (" + e.getClass().getSimpleName()
                            + "); it must be a PKCS#12 or JKS file"
                            + " with trusted certificates, opened by "
                            + Keys.of(settings.account(), Keys.TRUST_STORE_PASSWORD));
            return Optional.empty();
        }
    }
}
