// SPDX-License-Identifier: Apache-2.0
/**
 * The command line: tokens, configuration checks, key pairs and stand-ins for people and scripts. Not part of the production
 * jar but of the one with the classifier {@code cli}; what it prints with {@code --json} and its exit codes are stable.
 */
@NullMarked
package io.paybearer.cli;

import org.jspecify.annotations.NullMarked;
