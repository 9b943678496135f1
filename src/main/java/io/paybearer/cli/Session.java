// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import io.paybearer.account.Account;
import io.paybearer.account.Application;
import io.paybearer.account.Applications;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jspecify.annotations.Nullable;

/**
 * The library at work with the configuration of one command. MicroProfile Config keeps a configuration for each class loader, so
 * the thread has a class loader of its own until the session is closed.
 */
final class Session implements AutoCloseable {

    private final Warnings warnings = new Warnings();
    private final ConfigProviderResolver resolver = ConfigProviderResolver.instance();
    private final @Nullable ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final Config config;
    private @Nullable Application application;

    private Session(List<ConfigFile> files) {
        config = resolver.getBuilder()
                .addDefaultSources()
                .withSources(new OwnMemory())
                .withSources(files.toArray(ConfigFile[]::new))
                .build();
        ClassLoader own = new ClassLoader(before) {};
        resolver.registerConfig(config, own);
        Thread.currentThread().setContextClassLoader(own);
    }

    /**
     * A session with files of properties. Later files win over earlier ones. The keys in them are not looked at yet.
     *
     * @throws CliException if a file cannot be read as properties
     */
    static Session of(Path... files) {
        return new Session(IntStream.range(0, files.length)
                .mapToObj(i -> ConfigFile.read(files[i], i))
                .toList());
    }

    /**
     * The application with the accounts of the configuration, at least one.
     *
     * @throws io.paybearer.PaybearerConfigException with everything that is wrong with the configuration
     */
    Application application() {
        Application read = Applications.current();
        application = read;
        if (read.accounts().isEmpty()) {
            throw new CliException(
                    ExitCode.CONFIGURATION,
                    "no payment account is configured; name a file with --config, or set PAYBEARER_ACCOUNTS and the"
                            + " variables of the accounts");
        }
        read.accounts().stream().flatMap(Session::exposed).forEach(warnings::add);
        return read;
    }

    /**
     * The account of that name, or the only account if the name is empty. A token may have been typed in the place of a name, so
     * no message repeats the name.
     */
    Account account(String name) {
        Application read = application();
        List<String> names = read.accounts().stream().map(Account::name).toList();
        if (!name.isEmpty() && !names.contains(name)) {
            throw new CliException(ExitCode.CONFIGURATION, "there is no such payment account; configured are " + names);
        }
        return read.account(name);
    }

    /** The warnings since the last call. */
    List<String> warnings() {
        return warnings.take();
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
    }
}
