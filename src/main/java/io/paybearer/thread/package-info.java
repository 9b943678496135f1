// SPDX-License-Identifier: Apache-2.0
/** Threads of our own, and how a thread waits without taking another thread's place. Internal. */
@NullMarked
package io.paybearer.thread;

import org.jspecify.annotations.NullMarked;
