// SPDX-License-Identifier: Apache-2.0
/**
 * Listeners that make what happens to tokens visible: log, OpenTelemetry, MicroProfile Health. Each is at work only where its
 * API is present. Internal; the names of metrics and of the health check are stable within a major version.
 */
@NullMarked
package io.paybearer.observe;

import org.jspecify.annotations.NullMarked;
