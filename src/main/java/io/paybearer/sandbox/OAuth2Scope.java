// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A set of scopes in the order of the alphabet, as OAuth 2.0 writes it: with one space between (RFC 6749, section 3.3). */
record OAuth2Scope(Set<String> values) {

    private static final Pattern FORM = Pattern.compile("[!#-\\[\\]-~]+( [!#-\\[\\]-~]+)*");

    static OAuth2Scope of(Collection<String> values) {
        return new OAuth2Scope(new TreeSet<>(values));
    }

    static OAuth2Scope parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw Refused.oauth2("invalid_scope", "scope is not a list with one space between");
        }
        return of(Arrays.asList(text.split(" ")));
    }

    /** Refuses these scopes unless all of them are among the others. */
    void requireWithin(OAuth2Scope others) {
        if (!others.values.containsAll(values)) {
            throw Refused.oauth2("invalid_scope", "scope is more than the client may have");
        }
    }

    @Override
    public String toString() {
        return String.join(" ", values);
    }
}
