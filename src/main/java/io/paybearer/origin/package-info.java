// SPDX-License-Identifier: Apache-2.0
/** Where tokens may go: base URIs, and the search for the base URI that covers a request. Internal. */
@NullMarked
package io.paybearer.origin;

import org.jspecify.annotations.NullMarked;
