// SPDX-License-Identifier: Apache-2.0
/** The application that is deployed: it makes the calls that it is asked for, and answers with what became of them. */
package io.paybearer.it.app;
