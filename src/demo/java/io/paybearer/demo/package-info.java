// SPDX-License-Identifier: Apache-2.0
/**
 * Three typed Rest Clients against the providers' stand-ins, with the configuration of {@code config-samples}. Run it with
 * {@code mvn -q -Pdemo}; nothing of it is in the jar.
 */
package io.paybearer.demo;
