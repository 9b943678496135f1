// SPDX-License-Identifier: Apache-2.0
package io.paybearer.origin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/** The one spelling of an IPv6 address among its many (RFC 5952, section 4). No name is looked up. */
final class Ipv6 {

    private static final int GROUPS = 8;

    private Ipv6() {}

    /**
     * The host of a URI, with an address in brackets in its one spelling. Other hosts, and addresses with a zone, which are this
     * machine's alone, stay as they are.
     *
     * @param host the host as {@link java.net.URI#getHost} gives it
     */
    static String canonical(String host) {
        if (host.isEmpty() || host.charAt(0) != '[' || host.indexOf('%') >= 0) {
            return host;
        }
        try {
            InetAddress address = InetAddress.getByName(host);
            return address instanceof Inet6Address ? "[" + text(address.getAddress()) + "]" : mapped(address);
        } catch (UnknownHostException notAnAddress) {
            return host.toLowerCase(Locale.ROOT);
        }
    }

    /** The JDK takes an IPv4 address in IPv6 form for the IPv4 address. As a host in a URI it is another host. */
    private static String mapped(InetAddress address) {
        return "[::ffff:" + address.getHostAddress() + "]";
    }

    private static String text(byte[] address) {
        int zeros = longestZeros(address, true);
        int length = longestZeros(address, false);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (length > 1 && i == zeros) {
                text.append("::");
                i += length - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(group(address, i)));
            }
        }
        return text.toString();
    }

    /** Where the first of the longest runs of zeros begins, or how many groups it has. */
    private static int longestZeros(byte[] address, boolean start) {
        int best = 0;
        int most = 0;
        int run = 0;
        for (int i = 0; i < GROUPS; i++) {
            run = group(address, i) == 0 ? run + 1 : 0;
            if (run > most) {
                most = run;
                best = i - run + 1;
            }
        }
        return start ? best : most;
    }

    private static int group(byte[] address, int index) {
        return (address[2 * index] & 0xff) << 8 | (address[2 * index + 1] & 0xff);
    }
}
