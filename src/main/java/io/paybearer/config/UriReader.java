// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.origin.BaseUri;
import io.paybearer.origin.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the URIs that an account's credentials and tokens may be sent to. A URI must be absolute, and https unless the host is
 * this machine or the account allows http.
 */
final class UriReader {

    private static final URI UNUSABLE = URI.create("https://unusable.invalid");

    private final Leaves leaves;
    private final boolean allowHttp;
    private final List<BaseUri> bases;
    private final Set<URI> endpoints = new LinkedHashSet<>();

    /**
     * Reads the base URIs.
     *
     * @param leaves the account's keys
     * @param defaultBase where the provider's API is if {@code base-uri} is missing
     */
    UriReader(Leaves leaves, Optional<URI> defaultBase) {
        this.leaves = leaves;
        this.allowHttp = leaves.flag(Keys.ALLOW_HTTP, false);
        Optional<List<String>> given = leaves.list(Keys.BASE_URI);
        this.bases = given.isPresent() ? usable(given.get()) : usual(defaultBase);
    }

    private List<BaseUri> usable(List<String> texts) {
        if (texts.isEmpty()) {
            leaves.problem(Keys.BASE_URI, "it names no URI; name one, or remove the key");
        }
        List<BaseUri> usable = new ArrayList<>();
        for (String text : texts) {
            Optional<BaseUri> base = base(Keys.BASE_URI, text);
            if (base.isPresent()) {
                usable.add(base.get());
            }
        }
        return List.copyOf(usable);
    }

    private List<BaseUri> usual(Optional<URI> defaultBase) {
        if (defaultBase.isEmpty()) {
            leaves.requiredText(Keys.BASE_URI, "set it to the absolute URI of the provider's API");
            return List.of();
        }
        return List.of(BaseUri.of(defaultBase.get()));
    }

    /** The base URIs: those configured, otherwise the provider's own. */
    List<BaseUri> bases() {
        return bases;
    }

    /** The URI of a token endpoint: the one that the key names, otherwise the path at the origin of the first base URI. */
    URI endpoint(String leaf, String path) {
        URI usual = bases.isEmpty() ? UNUSABLE : URI.create(bases.get(0).origin() + path);
        Optional<String> text = leaves.text(leaf);
        return text.isPresent() ? endpointAt(leaf, text.get()) : proxied(leaf, usual);
    }

    /** The URI of a token endpoint that must be configured. */
    URI requiredEndpoint(String leaf) {
        String text = leaves.requiredText(leaf, "set it to the absolute URI of the provider's token endpoint");
        return text.isEmpty() ? UNUSABLE : endpointAt(leaf, text);
    }

    private URI endpointAt(String leaf, String text) {
        Optional<BaseUri> base = base(leaf, text);
        return proxied(leaf, base.isPresent() ? base.get().uri() : UNUSABLE);
    }

    private URI proxied(String leaf, URI endpoint) {
        checkProxied(leaf, endpoint);
        endpoints.add(endpoint);
        return endpoint;
    }

    /** The URIs of token endpoints that the provider has asked for. */
    List<URI> endpoints() {
        return List.copyOf(endpoints);
    }

    /** Requests to a loopback address do not stay on this machine if a proxy makes them. */
    private void checkProxied(String leaf, URI endpoint) {
        Origin origin = Origin.of(endpoint);
        boolean plain = origin != null && origin.scheme().equals("http") && !origin.exposed();
        if (plain && !allowHttp && leaves.text(Keys.PROXY).isPresent()) {
            leaves.problem(
                    leaf,
                    "credentials would go to " + origin + " unencrypted through the proxy of " + leaves.key(Keys.PROXY)
                            + "; use https, remove the proxy, or set " + leaves.key(Keys.ALLOW_HTTP)
                            + "=true for a proxy that you trust");
        }
    }

    private Optional<BaseUri> base(String leaf, String text) {
        try {
            BaseUri base = BaseUri.of(new URI(text));
            checkExposure(leaf, base.origin());
            return Optional.of(base);
        } catch (URISyntaxException e) {
            leaves.problem(leaf, "'" + shown(text) + "' is not a URI: " + e.getReason());
        } catch (IllegalArgumentException e) {
            leaves.problem(leaf, "'" + shown(text) + "' cannot be used: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** The text without what may be a secret: a password before an '@', a token behind a '?' or '#'. */
    private static String shown(String text) {
        String place = text.split("[?#]", 2)[0];
        int at = place.lastIndexOf('@');
        return (at < 0 ? place : "…" + place.substring(at)) + (place.length() < text.length() ? "…" : "");
    }

    private void checkExposure(String leaf, Origin origin) {
        String allowed = leaves.key(Keys.ALLOW_HTTP) + "=true";
        if (origin.exposed() && allowHttp) {
            leaves.warn(leaf, "credentials go to " + origin + " unencrypted, because " + allowed);
        } else if (origin.exposed()) {
            leaves.problem(
                    leaf,
                    "credentials would go to " + origin + " unencrypted; use https, or set " + allowed
                            + " for a network that you trust");
        }
    }
}
