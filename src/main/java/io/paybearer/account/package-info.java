// SPDX-License-Identifier: Apache-2.0
/** The accounts of an application, put together from its configuration and the other packages' parts. Internal. */
@NullMarked
package io.paybearer.account;

import org.jspecify.annotations.NullMarked;
