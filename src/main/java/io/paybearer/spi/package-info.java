// SPDX-License-Identifier: Apache-2.0
/** The extension points: other providers, other stores, child accounts, listeners. Stable within a major version. */
@NullMarked
package io.paybearer.spi;

import org.jspecify.annotations.NullMarked;
