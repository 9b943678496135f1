// SPDX-License-Identifier: Apache-2.0
/** Tests of the jars as they are shipped: what is in them, and the command line as a process of its own. */
package io.paybearer.it.jars;
