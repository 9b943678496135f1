// SPDX-License-Identifier: Apache-2.0
/** Credentials that stay as they are: API keys, bearer keys, and Basic. */
@NullMarked
package io.paybearer.provider.fixed;

import org.jspecify.annotations.NullMarked;
