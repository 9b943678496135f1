// SPDX-License-Identifier: Apache-2.0
/**
 * The command line: tokens, configuration checks, key pairs and stand-ins of providers, for people and scripts. It is not in the
 * production jar, but in the jar with the classifier {@code cli}. Its exit codes and what it prints with {@code --json} are stable.
 */
@NullMarked
package io.paybearer.cli;

import org.jspecify.annotations.NullMarked;
