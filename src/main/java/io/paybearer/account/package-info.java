// SPDX-License-Identifier: Apache-2.0
/** The assembly: what one application's configuration makes of the parts. Internal. */
@NullMarked
package io.paybearer.account;

import org.jspecify.annotations.NullMarked;
