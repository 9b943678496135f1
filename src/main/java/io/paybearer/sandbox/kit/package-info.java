// SPDX-License-Identifier: Apache-2.0
/**
 * The stand-ins and the library under test together, for any way of testing: {@link io.paybearer.sandbox.kit.TestKit}. In the jar with
 * the classifier {@code sandbox}; its API may change between minor versions. It needs MicroProfile Config. Where the library is in the
 * same JVM, each test begins without its tokens, and it goes by the clock that a test moves.
 */
@NullMarked
package io.paybearer.sandbox.kit;

import org.jspecify.annotations.NullMarked;
