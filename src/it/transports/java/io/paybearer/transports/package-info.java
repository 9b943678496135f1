// SPDX-License-Identifier: Apache-2.0
/** Redirects with each engine, connector and conduit on Maven Central that can be started here. */
package io.paybearer.transports;
