// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.restclient.RestClientMethods;

/**
 * The filter that the listener registers. It is a class of its own because some implementations keep only the first object of a
 * class, which may be a filter that the application has registered; the filter that knows the Rest Client must not be dropped.
 */
final class RestClientFilter extends CredentialFilter {

    private final RestClientMethods methods;

    RestClientFilter(Binding binding, RestClientMethods methods) {
        super(binding, methods);
        this.methods = methods;
    }

    RestClientMethods methods() {
        return methods;
    }
}
