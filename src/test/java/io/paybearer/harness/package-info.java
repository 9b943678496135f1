// SPDX-License-Identifier: Apache-2.0
/** What tests of several packages share: configurations, merchants, an application with a clock that tests set. */
package io.paybearer.harness;
