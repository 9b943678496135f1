// SPDX-License-Identifier: Apache-2.0
/** Signing of compact JWTs with jose4j. Internal. */
@NullMarked
package io.paybearer.jwt;

import org.jspecify.annotations.NullMarked;
