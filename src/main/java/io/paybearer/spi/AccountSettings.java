// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import io.paybearer.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
     * Some texts of the JSON file that a key names, such as one with credentials that the provider offers for download. Other
     * members are passed over and never become a text.
     *
     * @param key the leaf key, which ends in {@code -file}
     * @param names the members that are wanted, each a text of ASCII; a missing one is a problem
     * @return the texts by name; empty if the key is missing
     */
    Map<String, Secret> members(String key, Set<String> names);

    /**
     * A list: one text with commas.
     *
     * @param key the leaf key
     * @return the items without surrounding spaces, in their order; empty if the key is missing
     */
    List<String> list(String key);

    /**
     * The texts of all keys that begin with a prefix. The provider lists them as {@code parameter.*}.
     *
     * @param prefix the leaf key up to its dot, such as {@code parameter.}
     * @return the texts by what follows the dot, in the order of these names
     */
    Map<String, String> below(String prefix);

    /**
     * A whole number.
     *
     * @param key the leaf key
     * @param fallback what a missing key means
     * @param least the least number that can be used
     * @param most the greatest number that can be used
     * @return the number; another number is a problem
     */
    int number(String key, int fallback, int least, int most);

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
     * A required URI to which credentials are sent, anywhere. It is absolute, and https unless the account allows http or the host
     * is loopback.
     *
     * @param key the leaf key
     * @return the URI; a missing URI is a problem
     */
    URI requiredEndpointUri(String key);

    /**
     * The only places where the account's token may go.
     *
     * @return at least one URI, unless a problem was noted
     */
    List<URI> baseUris();

    /**
     * The client for the account's token endpoint, with the timeouts, proxy, trust store and key store of its keys.
     *
     * @return the client
     */
    TokenEndpoint tokenEndpoint();

    /**
     * Whether tokens are kept where they outlive this process.
     *
     * @return true if {@code paybearer.store} is configured, and not {@code memory}
     */
    boolean tokensAreShared();

    /**
     * The whole key, for messages.
     *
     * @param key the leaf key
     * @return such as {@code paybearer.account.shop.merchant-code}
     */
    String key(String key);

    /**
     * Notes what works but is probably not meant. It is logged as a warning.
     *
     * @param key the leaf key
     * @param message what is odd about it and the remedy, without its value if that is secret
     */
    void warn(String key, String message);

    /**
     * Notes a problem.
     *
     * @param key the leaf key that has to change
     * @param message what is wrong with it and the remedy, without its value if that is secret
     */
    void problem(String key, String message);
}
