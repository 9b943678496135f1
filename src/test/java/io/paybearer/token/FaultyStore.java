// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import io.paybearer.spi.TokenStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store in memory that several nodes share, and that a test breaks. */
final class FaultyStore implements TokenStore {

    /** What becomes of operations. */
    enum Mode {
        WELL,
        DOWN,
        /** They are carried out, and nobody learns of it. */
        MUTE
    }

    private final ConcurrentMap<String, String> store = new ConcurrentHashMap<>();
    private final List<String> operations = new ArrayList<>();
    private Mode mode = Mode.WELL;
    private @Nullable String broken;
    private volatile Runnable before = () -> {};

    /** What happens when an operation has been asked for. */
    void before(Runnable event) {
        before = event;
    }

    void mode(Mode next) {
        mode = next;
    }

    /** Breaks one kind of operation. */
    void breakDown(String operation) {
        broken = operation;
    }

    void put(String key, String value) {
        String present = store.get(key);
        if (present == null ? store.putIfAbsent(key, value) != null : !store.replace(key, present, value)) {
            throw new AssertionError("somebody else writes");
        }
    }

    void clear() {
        store.clear();
    }

    @Nullable String peek(String key) {
        return store.get(key);
    }

    List<String> operations() {
        return operations;
    }

    private <T> T carriedOut(String operation, Supplier<T> work) {
        operations.add(operation);
        before.run();
        if (mode == Mode.DOWN || operation.equals(broken)) {
            throw new IllegalStateException("down");
        }
        T result = work.get();
        if (mode == Mode.MUTE) {
            throw new IllegalStateException("no answer");
        }
        return result;
    }

    @Override
    public @Nullable String get(String key) {
        return carriedOut("get", () -> store.get(key));
    }

    @Override
    public boolean putIfAbsent(String key, String value) {
        return carriedOut("putIfAbsent", () -> store.putIfAbsent(key, value) == null);
    }

    @Override
    public boolean replace(String key, String expected, String value) {
        return carriedOut("replace", () -> store.replace(key, expected, value));
    }
}
