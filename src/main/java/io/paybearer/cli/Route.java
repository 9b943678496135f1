// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import io.paybearer.http.EndpointSettings;

/**
 * How an endpoint is reached.
 *
 * @param settings time limits, proxy and certificates
 * @param proxyKey the key that sets the proxy
 * @param trust whom it trusts
 * @param ours whether paybearer makes the calls, and not the application's client
 */
record Route(EndpointSettings settings, String proxyKey, TrustStore trust, boolean ours) {}
