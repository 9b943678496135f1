// SPDX-License-Identifier: Apache-2.0
/** OAuth 2.0: tokens from the token endpoint of any authorization server (RFC 6749). */
@NullMarked
package io.paybearer.provider.oauth2;

import org.jspecify.annotations.NullMarked;
