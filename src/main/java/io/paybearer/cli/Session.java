// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import io.paybearer.PaybearerConfigException;
import io.paybearer.account.Account;
import io.paybearer.account.Application;
import io.paybearer.account.Applications;
import io.paybearer.config.Nearest;
import io.paybearer.config.PaybearerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jspecify.annotations.Nullable;

/**
 * The library at work with the configuration of one command. MicroProfile Config keeps a configuration for each class loader, so
 * the thread has a class loader of its own until the session is closed.
 */
final class Session implements AutoCloseable {

    private final ConfigProviderResolver resolver = ConfigProviderResolver.instance();
    private final @Nullable ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final Warnings warnings = new Warnings();
    private final Config config;
    private final URLClassLoader own;
    private final Chosen chosen;
    private @Nullable Application application;

    private Session(URLClassLoader own, Config config, Chosen chosen) {
        this.own = own;
        this.config = config;
        this.chosen = chosen;
        resolver.registerConfig(config, own);
        Thread.currentThread().setContextClassLoader(own);
    }

    /**
     * A session with files of properties. Later files win over earlier ones. What the keys in them say is not looked at yet.
     *
     * @param accounts the accounts that the session has; none means all that are configured
     * @throws CliException if one of the accounts is not configured
     */
    static Session of(Surroundings surroundings, List<ConfigFile> files, List<String> accounts) {
        URLClassLoader own =
                OwnClasses.loader(surroundings, Thread.currentThread().getContextClassLoader());
        Set<String> configured = PaybearerConfig.accountNames(config(own, files, List.of()));
        Chosen chosen = new Chosen(configured, Set.copyOf(accounts));
        accounts.forEach(account -> requireKnown(account, configured));
        return new Session(own, config(own, files, accounts), chosen);
    }

    private static Config config(ClassLoader loader, List<ConfigFile> files, List<String> accounts) {
        return ConfigProviderResolver.instance()
                .getBuilder()
                .forClassLoader(loader)
                .addDefaultSources()
                .withSources(OwnKeys.of(accounts))
                .withSources(files.stream()
                        .map(file -> accounts.isEmpty() ? file : file.unlisted())
                        .toArray(ConfigFile[]::new))
                .build();
    }

    /** A token may have been typed in the place of a name, so no message repeats the name. */
    private static void requireKnown(String account, Set<String> configured) {
        if (configured.isEmpty()) {
            throw nothing();
        }
        if (!configured.contains(account)) {
            throw new CliException(
                    ExitCode.CONFIGURATION,
                    "there is no such payment account; "
                            + Nearest.to(account, configured)
                                    .map(near -> "did you mean '" + near + "'? Configured")
                                    .orElse("configured")
                            + " are " + configured);
        }
    }

    private static CliException nothing() {
        return new CliException(
                ExitCode.CONFIGURATION,
                "no payment account is configured; name a file with --config or " + Variables.CONFIG
                        + ", or set PAYBEARER_ACCOUNTS and the variables of the accounts");
    }

    /** The names of all accounts that are configured, usable or not. */
    Set<String> configured() {
        return chosen.configured();
    }

    /** The text of a key; empty if it is missing or blank. */
    Optional<String> text(String key) {
        return config.getOptionalValue(key, String.class)
                .filter(text -> !text.isBlank())
                .map(String::strip);
    }

    /** The secret of a key, or in the file that the key with {@code -file} names; empty if there is none. */
    Optional<String> secret(String key) throws IOException {
        Optional<String> file = text(key + "-file");
        return file.isPresent()
                ? Optional.of(Files.readString(Path.of(file.get())).stripTrailing())
                : text(key);
    }

    /**
     * The application with the accounts of the session, at least one.
     *
     * @throws PaybearerConfigException with everything that is wrong with their configuration
     */
    Application application() {
        Application read = read();
        application = read;
        if (read.accounts().isEmpty()) {
            throw nothing();
        }
        read.accounts().stream().flatMap(Session::exposed).forEach(warnings::add);
        return read;
    }

    private Application read() {
        try {
            return Applications.current();
        } catch (PaybearerConfigException e) {
            throw new PaybearerConfigException(e.problems(), chosen.ofThese(e.warnings()));
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new CliException(
                    ExitCode.CONFIGURATION,
                    "a class of " + Variables.CLASSPATH + " cannot be used (" + e.getMessage()
                            + "); check META-INF/services, the classes that it needs, and for which Java it was compiled");
        }
    }

    /** The warnings since the last call. */
    List<String> warnings() {
        return chosen.ofThese(warnings.take());
    }

    /** Warns of secrets in system properties: other users of a machine see the command lines of its processes. */
    private static Stream<String> exposed(Account account) {
        return account.config().provider().secretKeys().stream()
                .sorted()
                .map(account.config()::key)
                .filter(key -> System.getProperty(key) != null)
                .map(key -> key + ": it is a system property, which other users of this machine may see; put the"
                        + " secret into a file and name that with " + key + "-file");
    }

    @Override
    public void close() {
        if (application != null) {
            Applications.close(application);
        }
        Thread.currentThread().setContextClassLoader(before);
        resolver.releaseConfig(config);
        warnings.close();
        try {
            own.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
