// SPDX-License-Identifier: Apache-2.0
/**
 * Where credentials may go, and which texts may go into a header: base URIs, the search for the one of a request. Internal.
 */
@NullMarked
package io.paybearer.origin;

import org.jspecify.annotations.NullMarked;
