// SPDX-License-Identifier: Apache-2.0
/**
 * Stores that several nodes share: bridges to engines that users run, the sealing of what is kept there, and the guard that
 * keeps a broken engine from holding up a call. Internal. The only package that knows JCache and Jedis, both optional.
 */
@NullMarked
package io.paybearer.store;

import org.jspecify.annotations.NullMarked;
