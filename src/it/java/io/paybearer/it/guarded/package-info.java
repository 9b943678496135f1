// SPDX-License-Identifier: Apache-2.0
/** What makes an application verify tokens of its own callers, by MicroProfile JWT. */
package io.paybearer.it.guarded;
