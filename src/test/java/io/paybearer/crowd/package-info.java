// SPDX-License-Identifier: Apache-2.0
/** Callers that fill the pools on which a token might depend. */
@NullMarked
package io.paybearer.crowd;

import org.jspecify.annotations.NullMarked;
