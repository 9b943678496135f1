// SPDX-License-Identifier: Apache-2.0
/** MicroProfile Config in, immutable accounts out; the only package that knows MicroProfile Config. Internal. */
@NullMarked
package io.paybearer.config;

import org.jspecify.annotations.NullMarked;
