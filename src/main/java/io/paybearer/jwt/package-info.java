/** Signing of compact JWTs with jose4j. Internal. */
@NullMarked
package io.paybearer.jwt;

import org.jspecify.annotations.NullMarked;
