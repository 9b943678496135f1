// SPDX-License-Identifier: Apache-2.0
/** The filter: which account a request belongs to, whether it may carry a token, the headers, and the 401. Internal. */
@NullMarked
package io.paybearer.client;

import org.jspecify.annotations.NullMarked;
