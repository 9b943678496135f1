// SPDX-License-Identifier: Apache-2.0
/** Real engines behind the shared stores: what each of them does, and what a cluster makes of it. */
package io.paybearer.engines;
