// SPDX-License-Identifier: Apache-2.0
package io.paybearer;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The engine in which the nodes of a cluster share their tokens.
 *
 * <p>A CDI bean with this qualifier is used where {@code paybearer.store} is {@code map} or {@code jcache}. The bean is a
 * {@code ConcurrentMap<String, String>} that the engine shares among its nodes, a {@code javax.cache.Cache<String, String>},
 * a {@code javax.cache.CacheManager}, or a {@link io.paybearer.spi.TokenStore}. It is looked up at its first use, and never
 * closed.
 */
@Documented
@Qualifier @Retention(RUNTIME)
@Target({TYPE, METHOD, FIELD, PARAMETER})
public @interface SharedTokens {}
