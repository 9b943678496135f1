// SPDX-License-Identifier: Apache-2.0
/** The HTTP client of token endpoints and the reading of what they answer. Internal. */
@NullMarked
package io.paybearer.http;

import org.jspecify.annotations.NullMarked;
