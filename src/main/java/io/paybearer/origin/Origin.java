// SPDX-License-Identifier: Apache-2.0
package io.paybearer.origin;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scheme, host and port of a URI (RFC 6454), in lower case. Immutable.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the host in ASCII form
 * @param port the port; the scheme's standard port if the URI names none
 */
public record Origin(String scheme, String host, int port) {

    private static final int HIGHEST_PORT = 65535;

    private static final Pattern LOOPBACK_V4 = Pattern.compile("127(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

    /**
     * The origin of an absolute URI whose host is in ASCII.
     *
     * @param uri the URI
     * @return the origin, or null if the URI has another scheme, no such host, an impossible port, or user information
     */
    public static @Nullable Origin of(URI uri) {
        Authority authority = Authority.of(uri);
        return authority.isAscii() ? authority.origin(uri) : null;
    }

    static @Nullable Origin of(URI uri, String host, int port) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        int standardPort = standardPort(scheme);
        if (standardPort < 0 || uri.getRawUserInfo() != null || port > HIGHEST_PORT) {
            return null;
        }
        return new Origin(scheme, host.toLowerCase(Locale.ROOT), port == -1 ? standardPort : port);
    }

    static int standardPort(@Nullable String scheme) {
        if ("https".equalsIgnoreCase(scheme)) {
            return 443;
        }
        return "http".equalsIgnoreCase(scheme) ? 80 : -1;
    }

    /**
     * Whether requests to this origin stay on this machine.
     *
     * @return true for {@code localhost}, {@code 127.0.0.0/8} and {@code [::1]}; no name is looked up
     */
    public boolean loopback() {
        return host.equals("localhost")
                || host.equals("[::1]")
                || LOOPBACK_V4.matcher(host).matches();
    }

    /**
     * Whether others can read what is sent to this origin.
     *
     * @return true for http to a host that is not loopback
     */
    public boolean exposed() {
        return scheme.equals("http") && !loopback();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Origin origin
                && port == origin.port
                && host.equals(origin.host)
                && scheme.equals(origin.scheme);
    }

    /** Written by hand, as {@link #equals} is: the methods that Java makes for a record take long at their first call. */
    @Override
    public int hashCode() {
        return 31 * host.hashCode() + port;
    }

    /** The origin as in a URL, such as {@code https://api.example.com}, with a port only if it is not the standard one. */
    @Override
    public String toString() {
        return scheme + "://" + host + (port == standardPort(scheme) ? "" : ":" + port);
    }
}
