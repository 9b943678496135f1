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
 * <p>Keys are leaf keys: {@code merchant-code} stands for {@code paybearer.account.<name>.merchant-code}. A value that is
 * missing or cannot be used is noted as a problem and a placeholder is returned, so that the provider reads on and all
 * problems are reported together. Used by one thread, during {@link TokenIssuerProvider#create} alone.
 */
public interface AccountSettings {

    /**
     * The account's name.
     *
     * @return the {@code <name>} of its keys
     */
    String account();

    /**
     * The wall clock that minted tokens are dated by.
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
     * A text that must be there.
     *
     * @param key the leaf key
     * @return the text; a missing one is a problem
     */
    String requiredText(String key);

    /**
     * A secret, from the key itself or from the file named by {@code <key>-file}; having both is a problem.
     *
     * @param key the leaf key without {@code -file}
     * @return the secret, empty if both are missing
     */
    Optional<Secret> secret(String key);

    /**
     * A secret that must be there.
     *
     * @param key the leaf key without {@code -file}
     * @return the secret; a missing one is a problem
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
     * A URI that credentials are sent to: absolute, https unless the account allows http or the host is loopback.
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
     * Notes something that is wrong.
     *
     * @param key the leaf key that has to change
     * @param message what is wrong with it and the remedy, without its value if that is secret
     */
    void problem(String key, String message);
}
