// SPDX-License-Identifier: Apache-2.0
/**
 * borderless: tokens that are minted with the Secret Key or come from its authentication endpoint, and child accounts of
 * partners.
 */
@NullMarked
package io.paybearer.provider.borderless;

import org.jspecify.annotations.NullMarked;
