// SPDX-License-Identifier: Apache-2.0
/** Tests that start processes: the application of the server tests on Quarkus and Helidon, and servers that share tokens. */
package io.paybearer.it.standalone;
