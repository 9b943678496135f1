// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import io.paybearer.Secret;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * A proxy on the way to a token endpoint.
 *
 * @param address where it is
 * @param authorization the value of {@code Proxy-Authorization}; empty if the proxy is told nothing
 */
public record ProxySettings(InetSocketAddress address, Optional<Secret> authorization) {}
