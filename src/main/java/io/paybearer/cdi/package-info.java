// SPDX-License-Identifier: Apache-2.0
/**
 * The CDI edge: what can be injected, and the start and the end of an application. There is a portable extension, and a build
 * compatible one that does the same for containers that know only CDI Lite. Internal.
 */
@NullMarked
package io.paybearer.cdi;

import org.jspecify.annotations.NullMarked;
