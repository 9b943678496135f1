// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.shop;

import io.quarkus.test.junit.QuarkusTest;

/** The class that starts the application. */
@QuarkusTest
class FirstClassTest extends ShopTest {}
