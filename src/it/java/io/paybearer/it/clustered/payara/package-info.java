// SPDX-License-Identifier: Apache-2.0
/** The application's way to Payara's own cache. */
package io.paybearer.it.clustered.payara;
