/**
 * The CDI edge: what can be injected, and the start and end of an application. It has no portable extension, so that
 * containers which know only CDI Lite can use it. Internal.
 */
@NullMarked
package io.paybearer.cdi;

import org.jspecify.annotations.NullMarked;
