// SPDX-License-Identifier: Apache-2.0
/** What is known of the implementations of Jakarta REST beyond their API: what sends a request, and how it sends again. Internal. */
@NullMarked
package io.paybearer.engine;

import org.jspecify.annotations.NullMarked;
