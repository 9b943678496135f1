// SPDX-License-Identifier: Apache-2.0
/** What applications use: annotations, the feature, tokens and exceptions. */
@NullMarked
package io.paybearer;

import org.jspecify.annotations.NullMarked;
