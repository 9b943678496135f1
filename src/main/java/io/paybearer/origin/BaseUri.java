// SPDX-License-Identifier: Apache-2.0
package io.paybearer.origin;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place where an account's token may go: an origin and a path that requests lie under. Immutable. */
public final class BaseUri {

    private final URI uri;
    private final Origin origin;
    private final PathPrefix prefix;
    private final Authority spelling;

    private BaseUri(URI uri, Origin origin, PathPrefix prefix, Authority spelling) {
        this.uri = uri;
        this.origin = origin;
        this.prefix = prefix;
        this.spelling = spelling;
    }

    /**
     * A base URI.
     *
     * @param uri an absolute http or https URI
     * @return the base URI
     * @throws IllegalArgumentException if it has no host, or has user information, a query, a fragment or dot segments
     */
    public static BaseUri of(URI uri) {
        Authority spelling = Authority.of(uri);
        Origin origin = spelling.origin(uri);
        if (origin == null) {
            throw new IllegalArgumentException(spelling.objection());
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("it must have neither query nor fragment");
        }
        String path = asciiPath(uri);
        if (DecodedPath.leadsElsewhere(path)) {
            throw new IllegalArgumentException(
                    "its path must contain neither dot segments nor control characters, and its escapes must be UTF-8");
        }
        String ascii = origin + path;
        return new BaseUri(
                ascii.equals(uri.toString()) ? uri : URI.create(ascii), origin, PathPrefix.of(path), spelling);
    }

    /** The path as clients send it: letters beyond ASCII are escaped in UTF-8 (RFC 3987, section 3.1). */
    private static String asciiPath(URI uri) {
        if (uri.toASCIIString().equals(uri.toString())) {
            return uri.getRawPath();
        }
        return URI.create("https://path" + uri.getRawPath()).toASCIIString().substring("https://path".length());
    }

    /**
     * Whether a request's URI lies under this one. Allocates nothing for URIs without escapes.
     *
     * @param request the request's URI
     * @return true if scheme, host and port are the same, and the request's path begins with this one in whole segments
     */
    public boolean covers(URI request) {
        return sameOrigin(request) && prefix.covers(rawPath(request));
    }

    private boolean sameOrigin(URI request) {
        String host = request.getHost();
        if (host == null) {
            Authority authority = Authority.of(request);
            return same(origin.scheme(), request.getScheme())
                    && spelling.host().equals(authority.host())
                    && samePort(authority.port());
        }
        return same(origin.scheme(), request.getScheme())
                && same(origin.host(), Ipv6.canonical(host))
                && samePort(request.getPort())
                && request.getRawUserInfo() == null;
    }

    /** The hosts of the requests that may be covered: in ASCII, and as configured. */
    Set<String> hosts() {
        return Set.copyOf(List.of(origin.host(), spelling.host()));
    }

    /** Compares without regard to case. Nearly always the case is the same too, and finding that out takes much less time. */
    private static boolean same(String mine, @Nullable String other) {
        return mine.equals(other) || mine.equalsIgnoreCase(other);
    }

    private boolean samePort(int port) {
        return port == -1 ? origin.port() == Origin.standardPort(origin.scheme()) : origin.port() == port;
    }

    /** The path of a request, in the spelling that {@link #path} has. */
    static String path(URI request) {
        return PathPrefix.normalised(rawPath(request));
    }

    private static String rawPath(URI request) {
        @Nullable String path = request.getRawPath();
        return path == null ? "" : path;
    }

    /**
     * The URI in ASCII form: the host in lower case, the scheme's standard port left out.
     *
     * @return the URI
     */
    public URI uri() {
        return uri;
    }

    /**
     * Scheme, host and port.
     *
     * @return the origin
     */
    public Origin origin() {
        return origin;
    }

    /** The path that covered requests lie under, without a slash at its end. */
    String path() {
        return prefix.path();
    }

    /** Base URIs are equal if they cover the same requests. */
    @Override
    public boolean equals(Object other) {
        return other instanceof BaseUri base
                && origin.equals(base.origin)
                && path().equals(base.path())
                && hosts().equals(base.hosts());
    }

    @Override
    public int hashCode() {
        return 31 * origin.hashCode() + path().hashCode();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
