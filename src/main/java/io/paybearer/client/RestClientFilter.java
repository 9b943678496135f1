// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

/**
 * The filter that the listener registers. It is a class of its own because some implementations drop the second object of one
 * class, and the one that knows the Rest Client must not be the one that is dropped.
 */
final class RestClientFilter extends CredentialFilter {

    RestClientFilter(Binding binding) {
        super(binding);
    }
}
