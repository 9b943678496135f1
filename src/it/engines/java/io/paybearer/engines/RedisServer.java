// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * A redis-server of its own process on the loopback address, that a test may kill, stop and start again. The program comes
 * out of the jar embedded-redis from Maven Central; on platforms that it has none for, the one on the path is taken.
 */
public final class RedisServer implements EngineServer {

    private static final Map<String, String> PROGRAMS = Map.of(
            "Linux amd64", "redis-server-6.2.6-v5-linux-amd64",
            "Linux aarch64", "redis-server-6.2.7-linux-arm64",
            "Mac OS X x86_64", "redis-server-6.2.6-v5-darwin-amd64",
            "Mac OS X aarch64", "redis-server-6.2.6-v5-darwin-arm64");

    private final int port;
    private final Path directory;
    private Process process;

    private RedisServer(int port, Path directory) {
        this.port = port;
        this.directory = directory;
    }

    public static RedisServer start() throws IOException, InterruptedException {
        RedisServer server = absent();
        server.run();
        return server;
    }

    /** One that is not running yet. */
    public static RedisServer absent() throws IOException {
        return new RedisServer(EngineFiles.freePort(), Files.createTempDirectory("paybearer-redis"));
    }

    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public Map<String, String> configuration() {
        return Map.of("paybearer.store.redis.uri", uri());
    }

    @Override
    public void run() throws IOException, InterruptedException {
        process = new ProcessBuilder(
                        program(),
                        "--port",
                        String.valueOf(port),
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--appendonly",
                        "no",
                        "--dir",
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        Output.of(process).await(line -> line.contains("Ready to accept connections"));
    }

    private String program() throws IOException {
        String name = PROGRAMS.get(System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        if (name == null) {
            return "redis-server";
        }
        Path program = directory.resolve("redis-server");
        try (InputStream in = RedisServer.class.getResourceAsStream("/" + name)) {
            Files.copy(in, program, StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"))
                .toString();
    }

    @Override
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void pause() throws IOException, InterruptedException {
        Signals.pause(process);
    }

    @Override
    public void resume() throws IOException, InterruptedException {
        Signals.resume(process);
    }

    @Override
    public void close() throws Exception {
        if (process != null) {
            kill();
        }
        Files.deleteIfExists(directory.resolve("redis-server"));
        Files.deleteIfExists(directory);
    }
}
