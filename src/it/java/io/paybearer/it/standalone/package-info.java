// SPDX-License-Identifier: Apache-2.0
/** Tests on Quarkus and Helidon: the application of the server tests, started as a process of its own. */
package io.paybearer.it.standalone;
