// SPDX-License-Identifier: Apache-2.0
/** An application that has nothing to do with paybearer, for comparison: it makes a Rest Client, and may bring a listener. */
package io.paybearer.it.bystander;
