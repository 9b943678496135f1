// SPDX-License-Identifier: Apache-2.0
/**
 * Where tokens may go: base URIs, the search for the base URI that covers a request, and which texts a header may carry.
 * Internal.
 */
@NullMarked
package io.paybearer.origin;

import org.jspecify.annotations.NullMarked;
