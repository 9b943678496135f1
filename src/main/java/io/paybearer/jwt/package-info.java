// SPDX-License-Identifier: Apache-2.0
/** Tokens minted on this machine: compact JWTs, signed with jose4j. Internal. */
@NullMarked
package io.paybearer.jwt;

import org.jspecify.annotations.NullMarked;
