// SPDX-License-Identifier: Apache-2.0
/** Reads MicroProfile Config and makes immutable accounts of it. No other package knows MicroProfile Config. Internal. */
@NullMarked
package io.paybearer.config;

import org.jspecify.annotations.NullMarked;
