// SPDX-License-Identifier: Apache-2.0
/**
 * HTTP calls of the library itself: to token endpoints, and requests of the application that are sent once more. Internal.
 */
@NullMarked
package io.paybearer.http;

import org.jspecify.annotations.NullMarked;
