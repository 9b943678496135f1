// SPDX-License-Identifier: Apache-2.0
/**
 * An Arquillian connector for servers that have none which fits: it starts a process and tells it on its standard input what
 * to deploy.
 */
package io.paybearer.it.process;
