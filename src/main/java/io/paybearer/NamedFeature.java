// SPDX-License-Identifier: Apache-2.0
package io.paybearer;

import io.paybearer.client.Binding;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;

/**
 * The feature for one account. Each object has a class of its own, a hidden copy of this one: RESTEasy and Jersey keep the first
 * object of a class and drop any other, and the account of a dropped feature would be overlooked. Thread-safe.
 */
final class NamedFeature extends PaybearerFeature {

    NamedFeature(String account) {
        super(Binding.account(account));
    }

    static PaybearerFeature of(String account) {
        try (InputStream code = NamedFeature.class.getResourceAsStream("NamedFeature.class")) {
            return code == null ? new NamedFeature(account) : copy(code.readAllBytes(), account);
        } catch (IOException | ReflectiveOperationException | LinkageError noCopies) {
            return new NamedFeature(account); // as in a native image, which knows all its classes beforehand
        }
    }

    private static PaybearerFeature copy(byte[] code, String account) throws ReflectiveOperationException {
        Lookup copy = MethodHandles.lookup().defineHiddenClass(code, true);
        return copy.lookupClass()
                .asSubclass(PaybearerFeature.class)
                .getDeclaredConstructor(String.class)
                .newInstance(account);
    }
}
