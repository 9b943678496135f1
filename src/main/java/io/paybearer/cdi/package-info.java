// SPDX-License-Identifier: Apache-2.0
/**
 * The CDI edge: what can be injected, and the start and end of an application. What
 * a portable extension does has its like for containers that know only CDI Lite. Internal.
 */
@NullMarked
package io.paybearer.cdi;

import org.jspecify.annotations.NullMarked;
