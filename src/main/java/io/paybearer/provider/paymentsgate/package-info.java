// SPDX-License-Identifier: Apache-2.0
/** PaymentsGate: tokens from its token endpoint, renewed with refresh tokens. */
@NullMarked
package io.paybearer.provider.paymentsgate;

import org.jspecify.annotations.NullMarked;
