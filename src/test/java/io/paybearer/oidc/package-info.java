// SPDX-License-Identifier: Apache-2.0
/** The provider {@code oauth2} against oidc-provider, a certified authorization server that runs on Node.js. */
package io.paybearer.oidc;
