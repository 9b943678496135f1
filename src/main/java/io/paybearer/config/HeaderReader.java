// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.Secret;
import io.paybearer.origin.HeaderText;
import io.paybearer.spi.TokenIssuerProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads which headers an account's requests carry: those with the token, the tenant's, and constant ones. Used by one thread. */
final class HeaderReader {

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** What the transport writes itself, or what would lead the request elsewhere (RFC 9110, sections 7.2, 7.6 and 8.6). */
    private static final Set<String> TRANSPORT = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final Leaves leaves;
    private final List<String> tokens;
    private final Optional<String> tenantHeader;

    HeaderReader(Leaves leaves, TokenIssuerProvider provider) {
        this.leaves = leaves;
        this.tokens = leaves.list(Keys.TOKEN_HEADERS).orElse(provider.defaultTokenHeaders());
        checkTokens();
        Optional<String> tenant = leaves.text(Keys.TENANT_HEADER);
        this.tenantHeader = tenant.isPresent() ? tenant : provider.defaultTenantHeader();
        if (tenantHeader.isPresent()) {
            checkTenant(tenantHeader.get());
        }
    }

    /** The headers that carry the token. */
    List<String> tokens() {
        return tokens;
    }

    /** The header that names the tenant; empty if the account has no tenants. */
    Optional<String> tenantHeader() {
        return tenantHeader;
    }

    private void checkTokens() {
        Set<String> distinct = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String header : tokens) {
            if (check(Keys.TOKEN_HEADERS, header) && !distinct.add(header)) {
                leaves.problem(Keys.TOKEN_HEADERS, "it names '" + header + "' twice; remove one");
            }
        }
        if (tokens.isEmpty()) {
            leaves.problem(
                    Keys.TOKEN_HEADERS,
                    "it names no header, so no call would carry a token; name one, or remove the key");
        }
    }

    private void checkTenant(String header) {
        if (check(Keys.TENANT_HEADER, header) && tokens.stream().anyMatch(header::equalsIgnoreCase)) {
            leaves.problem(Keys.TENANT_HEADER, "'" + header + "' carries the token; name another");
        }
    }

    private boolean check(String leaf, String header) {
        boolean name = NAME.matcher(header).matches();
        if (!name) {
            leaves.problem(leaf, "'" + header + "' is not the name of a header; correct it");
        } else if (TRANSPORT.contains(header.toLowerCase(Locale.ROOT))) {
            leaves.problem(leaf, "the HTTP client sets '" + header + "' itself; name another");
            return false;
        }
        return name;
    }

    /** The tenant whose requests name no other: a constant value of its header; empty if there is none. */
    Optional<String> tenant() {
        for (Map.Entry<String, String> constant : leaves.below(Keys.HEADER).entrySet()) {
            if (isTenantHeader(constant.getKey())) {
                return value(Keys.HEADER + constant.getKey(), constant.getValue());
            }
        }
        return Optional.empty();
    }

    private boolean isTenantHeader(String name) {
        return tenantHeader.isPresent() && tenantHeader.get().equalsIgnoreCase(name);
    }

    /** The constant headers, without the tenant's. */
    ConstantHeaders constants() {
        Map<String, Secret> constants = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Map.Entry<String, String> given : leaves.below(Keys.HEADER).entrySet()) {
            if (!isTenantHeader(given.getKey())) {
                add(constants, Keys.HEADER + given.getKey(), given.getKey(), given.getValue());
            }
        }
        for (Map.Entry<String, String> given : leaves.below(Keys.HEADER_FILE).entrySet()) {
            String leaf = Keys.HEADER_FILE + given.getKey();
            add(
                    constants,
                    leaf,
                    given.getKey(),
                    leaves.secretIn(given.getValue(), leaf).reveal());
        }
        return new ConstantHeaders(constants);
    }

    private void add(Map<String, Secret> constants, String leaf, String name, String text) {
        Optional<String> value = value(leaf, text);
        if (value.isEmpty() || !check(leaf, name)) {
            return;
        }
        if (tokens.stream().anyMatch(name::equalsIgnoreCase)) {
            leaves.problem(leaf, "'" + name + "' carries the token; remove one of them");
        } else if (isTenantHeader(name)) {
            leaves.problem(
                    leaf, "'" + name + "' names the tenant, which is no secret; use " + leaves.key(Keys.HEADER + name));
        } else if (constants.putIfAbsent(name, Secret.of(value.get())) != null) {
            leaves.problem(leaf, "the header '" + name + "' is given twice; remove one");
        }
    }

    /** Empty if no header can carry it, which is then among the problems. An empty text is among them already. */
    private Optional<String> value(String leaf, String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(HeaderText.requireValue(text, "it"));
        } catch (IllegalArgumentException e) {
            leaves.problem(leaf, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
