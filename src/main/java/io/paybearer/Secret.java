// SPDX-License-Identifier: Apache-2.0
package io.paybearer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * A secret text that cannot be printed by accident: {@link #toString()} shows nothing of it, not even its length.
 *
 * <p>Immutable and thread-safe. A comparison takes the same time however much of two texts is equal.
 */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /**
     * Wraps a secret text.
     *
     * @param value the text, not null
     * @return the secret
     */
    public static Secret of(String value) {
        return new Secret(value);
    }

    /**
     * The secret itself. Never log it, never put it into a message.
     *
     * @return the text
     */
    public String reveal() {
        return value;
    }

    /**
     * The secret as key material.
     *
     * @return its UTF-8 bytes, a new array on each call
     */
    public byte[] utf8() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(utf8(), secret.utf8());
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
