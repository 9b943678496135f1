// SPDX-License-Identifier: Apache-2.0
/** What paybearer costs: benchmarks and scenarios, run by {@code mvn -q -Pbenchmark}. */
package io.paybearer.jmh;
