// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.Secret;
import io.paybearer.spi.TokenIssuer;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An account's issuer, made anew when the content of one of its secret files has changed.
 *
 * <p>A file that has become unusable, half written or gone, changes nothing but the log: the secret that was read before
 * stays in use. Thread-safe.
 */
public final class ReloadingIssuer {

    private static final System.Logger LOG = System.getLogger("io.paybearer.config");

    /** An issuer and what the secret files held when it was made. */
    record Made(TokenIssuer issuer, Map<String, Secret> files) {}

    private final String account;
    private final Function<Problems, Optional<Made>> maker;
    private volatile Made made;
    private boolean complained;

    ReloadingIssuer(String account, Made made, Function<Problems, Optional<Made>> maker) {
        this.account = account;
        this.made = made;
        this.maker = maker;
    }

    /**
     * The issuer for what the secret files hold now. Reads those files, if there are any.
     *
     * @return the same issuer as long as their content is the same
     */
    public TokenIssuer current() {
        Made present = made;
        return present.files().isEmpty() || !changed(present) ? present.issuer() : remade(present);
    }

    private static boolean changed(Made present) {
        return present.files().entrySet().stream().anyMatch(file -> !holds(file.getKey(), file.getValue()));
    }

    private static boolean holds(String path, Secret secret) {
        try {
            return SecretFile.read(path).equals(secret);
        } catch (IOException unusable) {
            return false;
        }
    }

    private synchronized TokenIssuer remade(Made present) {
        if (made.issuer() != present.issuer()) {
            return made.issuer();
        }
        Problems problems = new Problems();
        Optional<Made> next = maker.apply(problems);
        if (next.isEmpty()) {
            complainOnce(problems);
            return present.issuer();
        }
        made = next.get();
        complained = false;
        LOG.log(
                System.Logger.Level.INFO,
                "account ''{0}'': a secret file has changed, its new content is in use",
                account);
        return made.issuer();
    }

    private void complainOnce(Problems problems) {
        if (!complained) {
            complained = true;
            LOG.log(
                    System.Logger.Level.WARNING,
                    "account ''{0}'': a secret file has changed and cannot be used; the secret read before stays in use: {1}",
                    account,
                    String.join("; ", problems.found()));
        }
    }

    @Override
    public String toString() {
        return "ReloadingIssuer[" + account + "]";
    }
}
