/** The vocabulary of paybearer. */
@NullMarked
package io.paybearer;

import org.jspecify.annotations.NullMarked;
