// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Hazelcast member or an Infinispan with its Hot Rod endpoint, alone in a JVM. */
final class JvmServer implements EngineServer {

    private final String engine;
    private final int port;
    private final URI file;
    private @Nullable Process process;

    private JvmServer(String engine, int port, URI file) {
        this.engine = engine;
        this.port = port;
        this.file = file;
    }

    static JvmServer absent(String engine) throws IOException {
        int port = EngineFiles.freePort();
        return new JvmServer(engine, port, EngineFiles.hazelcast(port));
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("hotrod")) {
            HotRod.serve(Integer.parseInt(arguments[1]), Engines.CACHE);
        } else {
            Hazelcast.newHazelcastInstance(
                    Config.loadFromFile(Path.of(URI.create(arguments[2])).toFile()));
        }
        System.out.println("up");
        System.in.transferTo(System.err);
        System.exit(0);
    }

    @Override
    public Map<String, String> configuration() {
        return Map.of("engine.configuration", "127.0.0.1:" + port);
    }

    @Override
    public void run() throws IOException, InterruptedException {
        Process started = Jvm.start(
                JvmServer.class, "", engine + "-server", Map.of(), engine, String.valueOf(port), file.toString());
        process = started;
        Output.of(started).await("up"::equals);
    }

    private Process running() {
        Process present = process;
        if (present == null) {
            throw new IllegalStateException("it is not running");
        }
        return present;
    }

    @Override
    public void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    @Override
    public void pause() throws IOException, InterruptedException {
        Signals.pause(running());
    }

    @Override
    public void resume() throws IOException, InterruptedException {
        Signals.resume(running());
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
