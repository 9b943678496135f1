// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.shop;

import io.quarkus.test.junit.QuarkusTest;

/** The class that finds the application running. */
@QuarkusTest
class SecondClassTest extends ShopTest {}
