// SPDX-License-Identifier: Apache-2.0
/** Whoever runs the server: sets its system properties from outside the application. */
package io.paybearer.it.operator;
