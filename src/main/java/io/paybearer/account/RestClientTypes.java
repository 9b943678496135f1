// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import io.paybearer.config.AccountConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Warns of interfaces under {@code rest-clients} that the application does not have. */
final class RestClientTypes {

    private static final System.Logger LOG = System.getLogger("io.paybearer.config");

    private RestClientTypes() {}

    static void warnOfMissing(List<AccountConfig> accounts) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        for (AccountConfig account : accounts) {
            for (String name : account.restClients()) {
                if (isOfType(name) && !exists(name, loader)) {
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "{0}: there is no class {1}; name a Rest Client by its interface or by its configKey",
                            account.key("rest-clients"),
                            name);
                }
            }
        }
    }

    /** Whether it is probably the name of an interface: with dots, the last part with a capital letter. A configKey may have dots. */
    private static boolean isOfType(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && dot + 1 < name.length() && Character.isUpperCase(name.charAt(dot + 1));
    }

    private static boolean exists(String type, @Nullable ClassLoader loader) {
        try {
            Class.forName(type, false, loader);
            return true;
        } catch (LinkageError incomplete) {
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
