// SPDX-License-Identifier: Apache-2.0
/** Compares the runs of the TCK of MicroProfile Rest Client. */
package io.paybearer.it.tck;
