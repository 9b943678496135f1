// SPDX-License-Identifier: Apache-2.0
/** An application for several nodes, which share its tokens in their servers' own cache; each server has a package of its own. */
package io.paybearer.it.clustered;
