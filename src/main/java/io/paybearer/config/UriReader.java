// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.origin.BaseUri;
import io.paybearer.origin.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the URIs that an account's credentials may be sent to: absolute, and https unless nobody is on the way. */
final class UriReader {

    private static final URI UNUSABLE = URI.create("https://unusable.invalid");

    private final String account;
    private final boolean allowHttp;
    private final Problems problems;

    UriReader(String account, boolean allowHttp, Problems problems) {
        this.account = account;
        this.allowHttp = allowHttp;
        this.problems = problems;
    }

    /** The base URIs: those configured, otherwise the provider's own. */
    List<BaseUri> bases(Optional<String> configured, Optional<URI> defaultBase) {
        String key = Keys.of(account, Keys.BASE_URI);
        if (configured.isEmpty() && defaultBase.isEmpty()) {
            problems.add(key, "it is missing; set it to the absolute URI of the provider's API");
        }
        List<BaseUri> bases = new ArrayList<>();
        for (String text : configured.map(CommaList::of).orElse(List.of())) {
            base(key, text).ifPresent(bases::add);
        }
        if (configured.isEmpty()) {
            defaultBase.map(BaseUri::of).ifPresent(bases::add);
        }
        return List.copyOf(bases);
    }

    /** A token endpoint's URI. */
    URI endpoint(String leaf, String text) {
        return base(Keys.of(account, leaf), text).map(BaseUri::uri).orElse(UNUSABLE);
    }

    static URI underOrigin(List<BaseUri> bases, String path) {
        return bases.isEmpty() ? UNUSABLE : URI.create(bases.get(0).origin() + path);
    }

    private Optional<BaseUri> base(String key, String text) {
        try {
            BaseUri base = BaseUri.of(new URI(text));
            checkExposure(key, base.origin());
            return Optional.of(base);
        } catch (URISyntaxException e) {
            problems.add(key, "'" + shown(text) + "' is not a URI: " + e.getReason());
        } catch (IllegalArgumentException e) {
            problems.add(key, "'" + shown(text) + "' cannot be used: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** What stands before an '@' may be a password, what follows a '?' or '#' a token. */
    private static String shown(String text) {
        String place = text.split("[?#]", 2)[0];
        int at = place.lastIndexOf('@');
        return (at < 0 ? place : "…" + place.substring(at)) + (place.length() < text.length() ? "…" : "");
    }

    private void checkExposure(String key, Origin origin) {
        if (origin.exposed() && allowHttp) {
            problems.warn(
                    key,
                    "credentials go to " + origin + " unencrypted, because " + Keys.of(account, Keys.ALLOW_HTTP)
                            + "=true");
        } else if (origin.exposed()) {
            problems.add(
                    key,
                    "credentials would go to " + origin + " unencrypted; use https, or set "
                            + Keys.of(account, Keys.ALLOW_HTTP) + "=true for a network that you trust");
        }
    }
}
