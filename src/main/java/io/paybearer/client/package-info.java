// SPDX-License-Identifier: Apache-2.0
/** The Jakarta REST edge: which account a request belongs to, whether it may carry its credential, and the headers. Internal. */
@NullMarked
package io.paybearer.client;

import org.jspecify.annotations.NullMarked;
