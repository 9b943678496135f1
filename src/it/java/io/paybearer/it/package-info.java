// SPDX-License-Identifier: Apache-2.0
/** Tests in servers: one application, the same for all of them, is deployed there and asked over HTTP to make calls. */
package io.paybearer.it;
