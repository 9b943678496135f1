// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import io.paybearer.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of one account, as its provider reads it.
 *
 * <p>Keys are leaf keys: {@code merchant-code} stands for {@code paybearer.account.<name>.merchant-code}. If a required
 * value is missing, or if a value cannot be used, the settings note a problem and return a placeholder. So the provider
 * reads on, and all problems are reported together.
 *
 * <p>Not thread-safe: settings are for the thread that calls {@link TokenIssuerProvider#create}, and until that call
 * returns.
 */
public interface AccountSettings {

    /**
     * The account's name.
     *
     * @return the {@code <name>} of its keys
     */
    String account();

    /**
     * The wall clock that gives minted tokens their dates.
     *
     * @return the clock
     */
    InstantSource clock();

    /**
     * A text.
     *
     * @param key the leaf key
     * @return the text without surrounding spaces, empty if the key is missing
     */
    Optional<String> text(String key);

    /**
     * A required text.
     *
     * @param key the leaf key
     * @return the text; a missing text is a problem
     */
    String requiredText(String key);

    /**
     * A secret, from the key itself or from the file that {@code <key>-file} names. Having both is a problem.
     *
     * @param key the leaf key without {@code -file}
     * @return the secret, empty if both are missing
     */
    Optional<Secret> secret(String key);

    /**
     * A required secret.
     *
     * @param key the leaf key without {@code -file}
     * @return the secret; a missing secret is a problem
     */
    Secret requiredSecret(String key);

    /**
     * A duration: {@code PT30S}, {@code 30s}, {@code 30S}, {@code 5m}, {@code 1h} or plain seconds.
     *
     * @param key the leaf key
     * @param fallback what a missing key means
     * @return the duration
     */
    Duration duration(String key, Duration fallback);

    /**
     * A switch: {@code true} or {@code false}.
     *
     * @param key the leaf key
     * @param fallback what a missing key means
     * @return the switch
     */
    boolean flag(String key, boolean fallback);

    /**
     * A URI to which credentials are sent. It is absolute, and https unless the account allows http or the host is loopback.
     *
     * @param key the leaf key
     * @param path what a missing key means: this path at the origin of the account's first base URI
     * @return the URI
     */
    URI endpointUri(String key, String path);

    /**
     * The only places where the account's token may go.
     *
     * @return at least one URI, unless a problem was noted
     */
    List<URI> baseUris();

    /**
     * The client for the account's token endpoint, with the timeouts, proxy and trust store of its keys.
     *
     * @return the client
     */
    TokenEndpoint tokenEndpoint();

    /**
     * Notes a problem.
     *
     * @param key the leaf key that has to change
     * @param message what is wrong with it and the remedy, without its value if that is secret
     */
    void problem(String key, String message);
}
