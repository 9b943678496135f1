// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import java.io.IOException;
import java.util.Map;

/** An engine in a process of its own, that a test may kill, stop and start again. */
interface EngineServer extends AutoCloseable {

    /** One that is not running yet. */
    static EngineServer absent(String engine) throws IOException {
        return engine.equals("redis") ? RedisServer.absent() : JvmServer.absent(engine);
    }

    /** How its clients find it. */
    Map<String, String> configuration();

    /** Returns once it can be used. */
    void run() throws IOException, InterruptedException;

    void kill() throws InterruptedException;

    void pause() throws IOException, InterruptedException;

    void resume() throws IOException, InterruptedException;
}
