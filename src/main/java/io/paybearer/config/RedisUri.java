// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The URI of a Redis server, {@code redis://[[user]:password@]host[:port][/database]} or {@code rediss://} for TLS. The port is
 * 6379 and the database 0 unless it says otherwise. It may hold a password, so no message shows any of it.
 */
final class RedisUri {

    private static final Set<String> SCHEMES = Set.of("redis", "rediss");
    private static final int USUAL_PORT = 6379;
    private static final int LAST_PORT = 65_535;
    private static final Pattern DATABASE = Pattern.compile("/[0-9]{1,9}");

    private static final String COLON = "%3a";
    private static final String NO_HOST =
            "it names no host as a URI does; a name has no _ in it, and @ / # in a password are"
                    + " written %40 %2F %23";

    private RedisUri() {}

    /**
     * The URI with nothing left out, as Jedis wants it.
     *
     * @param text the configured text
     * @throws IllegalArgumentException if it is not the URI of a Redis server; the message says why
     */
    static String complete(String text) {
        URI uri = parsed(text.strip());
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        require(SCHEMES.contains(scheme), "its scheme is neither redis nor rediss");
        require(uri.getHost() != null, NO_HOST);
        require(uri.getPort() != 0 && uri.getPort() <= LAST_PORT, "its port is not between 1 and " + LAST_PORT);
        require(uri.getRawQuery() == null && uri.getRawFragment() == null, "it goes on after the database");
        int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
        return scheme + "://" + userInfo(uri.getRawUserInfo()) + uri.getHost() + ":" + port + database(uri);
    }

    private static URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "it is not a URI; what a URI cannot hold, such as a space or a % in a password, is written %20 or %25");
        }
    }

    /** Jedis takes what is before the first colon for the user, and decodes before it looks for the colon. */
    private static String userInfo(@Nullable String raw) {
        if (raw == null) {
            return "";
        }
        int colon = raw.indexOf(':');
        boolean whole = colon >= 0 && colon + 1 < raw.length();
        require(whole, "what is before its @ is neither user:password nor :password");
        boolean clear = !raw.substring(0, colon).toLowerCase(Locale.ROOT).contains(COLON);
        require(clear, "its user's name holds a colon, which Jedis takes for the end of the name");
        return raw + "@";
    }

    private static String database(URI uri) {
        String path = uri.getRawPath();
        if (path.isEmpty() || path.equals("/")) {
            return "/0";
        }
        require(DATABASE.matcher(path).matches(), "its path is not / and the number of a database");
        return path;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
