// SPDX-License-Identifier: Apache-2.0
/** What the interfaces of a MicroProfile Rest Client say about each method that makes a request. Internal. */
@NullMarked
package io.paybearer.restclient;

import org.jspecify.annotations.NullMarked;
