// SPDX-License-Identifier: Apache-2.0
/** The HTTP client of token endpoints and the reading of what they answer. Internal. */
@NullMarked
package io.paybearer.endpoint;

import org.jspecify.annotations.NullMarked;
