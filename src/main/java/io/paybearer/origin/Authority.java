// SPDX-License-Identifier: Apache-2.0
package io.paybearer.origin;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The host and port of a URI as they are written. {@link URI} does not parse a host with letters beyond ASCII: it knows the whole
 * authority alone. HTTP clients may call such a host under another name than the one that IDNA gives it.
 *
 * @param host the host as it is written; empty if there is none, or user information
 * @param port the port; -1 if there is none
 */
record Authority(String host, int port) {

    private static final Authority NONE = new Authority("", -1);
    private static final int LONGEST_PORT = 5;
    private static final int LONGEST_LABEL = 63;

    static Authority of(URI uri) {
        @Nullable String host = uri.getHost();
        @Nullable String authority = uri.getRawAuthority();
        if (host != null) {
            return new Authority(Ipv6.canonical(host).toLowerCase(Locale.ROOT), uri.getPort());
        }
        return authority == null ? NONE : of(authority);
    }

    private static Authority of(String authority) {
        int colon = authority.indexOf(':');
        if (colon < 0) {
            return plain(authority) ? new Authority(authority, -1) : NONE;
        }
        String host = authority.substring(0, colon);
        String port = authority.substring(colon + 1);
        boolean number =
                !port.isEmpty() && port.length() <= LONGEST_PORT && port.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain(host) && number ? new Authority(host, Integer.parseInt(port)) : NONE;
    }

    private static boolean plain(String host) {
        return host.chars().noneMatch(c -> "@%[]".indexOf(c) >= 0);
    }

    /** The origin of the URI that has this authority; null if it has none, or its host is not what it looks like. */
    @Nullable Origin origin(URI uri) {
        String ascii = ascii();
        return ascii.isEmpty() ? null : Origin.of(uri, ascii, port);
    }

    /**
     * The host in ASCII form; empty if the host would not read the same after the way there and back. So full-width letters, soft
     * hyphens and other dots than U+002E are refused, and the characters that the two versions of IDNA turn into different hosts
     * (UTS 46, section 1.3: deviations).
     */
    private String ascii() {
        if (host.startsWith("[")) {
            return host;
        }
        if (isAscii()) {
            return isHostName() ? host.toLowerCase(Locale.ROOT) : "";
        }
        try {
            String ascii = IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return IDN.toUnicode(ascii).equals(host.toLowerCase(Locale.ROOT)) ? ascii : "";
        } catch (IllegalArgumentException notAHost) {
            return "";
        }
    }

    /**
     * Whether a host in ASCII has labels of 1 to 63 letters, digits and inner hyphens alone (RFC 1123, section 2.1), and perhaps a dot
     * at its end. {@link IDN} says the same, but needs its tables for it.
     */
    boolean isHostName() {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        for (String label : name.split("\\.", -1)) {
            if (!isLabel(label)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLabel(String label) {
        for (int i = 0; i < label.length(); i++) {
            if (!isLetterOrDigit(label.charAt(i)) && label.charAt(i) != '-') {
                return false;
            }
        }
        return !label.isEmpty() && label.length() <= LONGEST_LABEL && !label.startsWith("-") && !label.endsWith("-");
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Why a URI with this authority is not of use. */
    String objection() {
        if (host.indexOf('_') >= 0) {
            return "its host contains an underscore, which a host name must not have (RFC 1123); use another name of the host,"
                    + " or its IP address";
        }
        if (!isAscii() && ascii().isEmpty()) {
            return "its host contains characters that HTTP clients read in different ways; write the host in ASCII";
        }
        return "it must be an absolute http(s) URI with a host, without user name, such as https://api.example.com/v1";
    }

    /** Whether HTTP clients read the host in one way only. */
    boolean isAscii() {
        for (int i = 0; i < host.length(); i++) {
            if (host.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
