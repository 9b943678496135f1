// SPDX-License-Identifier: Apache-2.0
/** The vocabulary of paybearer. */
@NullMarked
package io.paybearer;

import org.jspecify.annotations.NullMarked;
