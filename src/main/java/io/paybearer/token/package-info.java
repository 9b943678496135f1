// SPDX-License-Identifier: Apache-2.0
/**
 * The life of a token: when it is renewed, which node renews it, and what callers get meanwhile. Internal; knows neither CDI
 * nor Jakarta REST nor MicroProfile Config.
 */
@NullMarked
package io.paybearer.token;

import org.jspecify.annotations.NullMarked;
