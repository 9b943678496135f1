// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

/**
 * How a client shows the OAuth 2.0 server who it is. Certificates (RFC 8705) are not among them, because the sandbox has no
 * TLS.
 */
public enum OAuth2Authentication {
    /** The client's secret by HTTP Basic (RFC 6749, section 2.3.1). */
    CLIENT_SECRET_BASIC,
    /** The client's secret in the form. */
    CLIENT_SECRET_POST,
    /** A JWT that the client has signed with its secret (RFC 7523). */
    CLIENT_SECRET_JWT,
    /** A JWT that the client has signed with its private key (RFC 7523). */
    PRIVATE_KEY_JWT
}
