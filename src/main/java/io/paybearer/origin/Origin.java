package io.paybearer.origin;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Scheme, host and port (RFC 6454): lower case, the host in ASCII form, the port always a number.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the host in ASCII form
 * @param port the port, the scheme's own where the URI has none
 */
public record Origin(String scheme, String host, int port) {

    /**
     * The origin of an absolute URI.
     *
     * @param uri the URI
     * @return the origin, or null if the URI has another scheme, no host, or user information
     */
    public static @Nullable Origin of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        int standardPort = standardPort(scheme);
        if (standardPort < 0 || uri.getRawUserInfo() != null) {
            return null;
        }
        if (uri.getHost() != null) {
            int port = uri.getPort() == -1 ? standardPort : uri.getPort();
            return new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT), port);
        }
        return ofInternationalName(scheme, uri.getRawAuthority(), standardPort);
    }

    /** A host with letters beyond ASCII is not parsed by {@link URI}, which then knows the authority alone. */
    private static @Nullable Origin ofInternationalName(String scheme, @Nullable String authority, int standardPort) {
        if (authority == null || authority.indexOf('@') >= 0 || authority.indexOf('%') >= 0) {
            return null;
        }
        try {
            int colon = authority.lastIndexOf(':');
            String name = colon < 0 ? authority : authority.substring(0, colon);
            int port = colon < 0 ? standardPort : Integer.parseInt(authority.substring(colon + 1));
            String host = IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return host.isEmpty() || port < 0 ? null : new Origin(scheme, host, port);
        } catch (IllegalArgumentException notAHost) {
            return null;
        }
    }

    static int standardPort(@Nullable String scheme) {
        if ("https".equalsIgnoreCase(scheme)) {
            return 443;
        }
        return "http".equalsIgnoreCase(scheme) ? 80 : -1;
    }

    /**
     * Whether a request to it never leaves this machine.
     *
     * @return true for {@code localhost}, {@code 127.0.0.0/8} and {@code [::1]}, by name alone
     */
    public boolean loopback() {
        return host.equals("localhost")
                || host.equals("[::1]")
                || host.equals("[0:0:0:0:0:0:0:1]")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    /**
     * Whether what is sent there can be read on the way.
     *
     * @return true for http to a host that is not loopback
     */
    public boolean exposed() {
        return scheme.equals("http") && !loopback();
    }

    /** Shows the origin as in a URL, the standard port left out. */
    @Override
    public String toString() {
        return scheme + "://" + host + (port == standardPort(scheme) ? "" : ":" + port);
    }
}
