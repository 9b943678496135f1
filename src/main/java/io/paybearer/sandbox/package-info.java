// SPDX-License-Identifier: Apache-2.0
/**
 * Stand-ins of payment providers over real HTTP on a loopback port, for tests and demonstrations.
 *
 * <p>They check what they receive with code of their own and import nothing else of the library, so that they judge it
 * independently. Start with {@link io.paybearer.sandbox.PaymentSandbox}. The package is not in the production jar; its API
 * may change between minor versions.
 */
@NullMarked
package io.paybearer.sandbox;

import org.jspecify.annotations.NullMarked;
