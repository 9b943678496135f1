// SPDX-License-Identifier: Apache-2.0
/**
 * The stand-ins in JUnit tests: {@link io.paybearer.sandbox.junit.PaybearerSandbox}. In the jar with the classifier
 * {@code sandbox}; its API may change between minor versions. It needs JUnit Jupiter and MicroProfile Config, but not the
 * rest of the library.
 */
@NullMarked
package io.paybearer.sandbox.junit;

import org.jspecify.annotations.NullMarked;
