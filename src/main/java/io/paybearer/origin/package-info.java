// SPDX-License-Identifier: Apache-2.0
/** Where credentials may go: base URIs and the search for the one that a request falls under. Internal. */
@NullMarked
package io.paybearer.origin;

import org.jspecify.annotations.NullMarked;
