// SPDX-License-Identifier: Apache-2.0
/** borderless: tokens minted with the Secret Key, or by its authentication endpoint; child accounts of partners. */
@NullMarked
package io.paybearer.provider.borderless;

import org.jspecify.annotations.NullMarked;
