// SPDX-License-Identifier: Apache-2.0
/** 2Checkout: tokens minted with the Buy-link Secret Word. */
@NullMarked
package io.paybearer.provider.twocheckout;

import org.jspecify.annotations.NullMarked;
