// SPDX-License-Identifier: Apache-2.0
/**
 * Stores that several nodes share: bridges to the engines of applications, the sealing of what is stored, and the guard that
 * keeps a broken engine from holding up calls. Internal. No other package knows JCache and Jedis, which are both optional.
 */
@NullMarked
package io.paybearer.store;

import org.jspecify.annotations.NullMarked;
