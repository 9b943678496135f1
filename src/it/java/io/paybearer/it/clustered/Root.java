// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.clustered;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

@ApplicationPath("/")
public class Root extends Application {}
