// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.PaybearerFeature;
import io.paybearer.PaymentAccount;
import io.paybearer.provider.borderless.BorderlessFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Configurable;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The kinds of request whose second sending is compared with the first, each as a plain call and, where there is one, as a typed one. */
final class SecondRequests {

    private static final String JSON = "{\"amount\":\"1\"}";
    private static final byte[] LONG = random(300_000);
    private static final int MIB = 1024 * 1024;

    private SecondRequests() {}

    /** Typed calls. */
    @Path("typed")
    @PaymentAccount("less")
    @Produces("text/plain")
    public interface Typed {
        @GET
        String get();

        @DELETE
        String delete();

        @POST
        @Consumes("application/json")
        String json(String entity);

        @PUT
        @Consumes("text/plain")
        String put(String entity);

        @POST
        @Consumes("application/x-www-form-urlencoded")
        String form(@FormParam("a") String a, @FormParam("b") String b);

        @POST
        @Consumes("application/octet-stream")
        String bytes(byte[] entity);

        @POST
        @Consumes("application/octet-stream")
        String file(File entity);

        @POST
        @Consumes("application/octet-stream")
        String stream(InputStream entity);

        @POST
        @Consumes("multipart/form-data")
        String multipart(List<EntityPart> entity);

        @GET
        @Path("stage")
        CompletionStage<String> getStage();

        @DELETE
        @Path("stage")
        CompletionStage<String> deleteStage();

        @POST
        @Path("stage")
        @Consumes("application/json")
        CompletionStage<String> jsonStage(String entity);

        @PUT
        @Path("stage")
        @Consumes("text/plain")
        CompletionStage<String> putStage(String entity);

        @POST
        @Path("stage")
        @Consumes("application/x-www-form-urlencoded")
        CompletionStage<String> formStage(@FormParam("a") String a, @FormParam("b") String b);

        @POST
        @Path("stage")
        @Consumes("application/octet-stream")
        CompletionStage<String> bytesStage(byte[] entity);

        @POST
        @Path("stage")
        @Consumes("application/octet-stream")
        CompletionStage<String> fileStage(File entity);

        @POST
        @Path("stage")
        @Consumes("application/octet-stream")
        CompletionStage<String> streamStage(InputStream entity);

        @POST
        @Path("stage")
        @Consumes("multipart/form-data")
        CompletionStage<String> multipartStage(List<EntityPart> entity);
    }

    /** An object as JSON. */
    public static final class Order {
        public String amount = "1";
    }

    /** A plain call. */
    record Plain(String method, UnaryOperator<Invocation.Builder> changes, Supplier<Entity<?>> entity, String path) {

        Invocation.Builder builder(WebTarget target, URI origin, jakarta.ws.rs.client.Client client) {
            WebTarget there = path.isEmpty() ? target.path("plain") : client.target(origin + path);
            return changes.apply(there.request());
        }
    }

    /** A typed call, and the same with a {@code CompletionStage}. */
    record Calls(Function<Typed, String> direct, Function<Typed, CompletionStage<String>> stage) {}

    /**
     * A kind of request.
     *
     * @param name how the table calls it
     * @param client what is registered on the client, the filter included
     * @param plain the plain call
     * @param typed the typed calls, or null if there are none
     * @param around what happens on the calling thread before, by the server's port, and what takes it back
     */
    record Kind(String name, Consumer<Configurable<?>> client, Plain plain, Calls typed, IntFunction<Runnable> around) {

        Kind with(Consumer<Configurable<?>> more) {
            return new Kind(name, client.andThen(more), plain, typed, around);
        }

        Kind inside(IntFunction<Runnable> change) {
            return new Kind(name, client, plain, typed, change);
        }

        Kind named(String other) {
            return new Kind(other, client, plain, typed, around);
        }

        Kind plainOnly() {
            return new Kind(name, client, plain, null, around);
        }

        /** Whether it can be made in a style; a thread has an interrupt flag for calls that it makes itself. */
        boolean has(String style) {
            boolean typedStyle = style.equals("typed") || style.equals("stage");
            return typedStyle ? typed != null : style.equals("plain") || !interrupts();
        }

        boolean interrupts() {
            return name.startsWith("interrupt");
        }

        boolean keepsCookies() {
            return name.contains("keeps cookies");
        }

        boolean prepared() {
            return name.startsWith("prepared");
        }
    }

    static List<Kind> all() {
        Calls json = new Calls(api -> api.json(JSON), api -> api.jsonStage(JSON));
        Kind post = kind("JSON text", "POST", () -> Entity.json(JSON), json);
        return List.of(
                kind("GET", "GET", () -> null, new Calls(Typed::get, Typed::getStage)),
                kind("DELETE", "DELETE", () -> null, new Calls(Typed::delete, Typed::deleteStage)),
                kind("POST without an entity", "POST", () -> null, null),
                post,
                kind("JSON object", "POST", () -> Entity.json(new Order()), null),
                kind(
                        "PUT",
                        "PUT",
                        () -> Entity.text("Größe"),
                        new Calls(api -> api.put("Größe"), api -> api.putStage("Größe"))),
                kind("PATCH", "PATCH", () -> Entity.json(JSON), null),
                kind(
                        "form",
                        "POST",
                        () -> Entity.form(new Form("a", "b").param("c", "d &ü")),
                        new Calls(api -> api.form("x", "y &ü"), api -> api.formStage("x", "y &ü"))),
                kind(
                        "bytes, 300 kB",
                        "POST",
                        () -> octets(LONG),
                        new Calls(api -> api.bytes(LONG), api -> api.bytesStage(LONG))),
                kind(
                        "file, 300 kB",
                        "POST",
                        () -> octets(file()),
                        new Calls(api -> api.file(file()), api -> api.fileStage(file()))),
                kind(
                        "InputStream",
                        "POST",
                        () -> octets(stream()),
                        new Calls(api -> api.stream(stream()), api -> api.streamStage(stream()))),
                kind("StreamingOutput", "POST", () -> octets(streaming()), null),
                kind(
                        "multipart",
                        "POST",
                        SecondRequests::multipart,
                        new Calls(api -> api.multipart(parts()), api -> api.multipartStage(parts()))),
                kind("more than 1 MiB", "POST", () -> octets(random(MIB + 1)), null),
                post.with(client -> client.register(new EncryptingFilter())).named("filter that encrypts the entity"),
                post.with(client -> client.register(new EncryptingInterceptor()))
                        .named("interceptor that encrypts the entity"),
                post.with(client -> client.register(new SigningInterceptor()))
                        .named("interceptor that signs headers and entity"),
                post.with(client -> client.register(new Counting())).named("filter that counts requests in a header"),
                new Kind(
                        "filter that signs the token, after ours",
                        SecondRequests::signedLater,
                        post.plain(),
                        null,
                        port -> () -> {}),
                new Kind(
                        "filter that encrypts the entity, after ours",
                        SecondRequests::encryptedLater,
                        post.plain(),
                        null,
                        port -> () -> {}),
                post.with(client -> client.register(new Gzip())).named("gzip by an interceptor"),
                changed("gzip by the implementation", post, SecondRequests::gzipOfCxf)
                        .with(SecondRequests::gzipOfTheImplementation)
                        .plainOnly(),
                changed("cookies", post, builder -> builder.cookie("a", "b").cookie("c", "d")),
                changed(
                        "headers with several values, and beyond ASCII",
                        post,
                        builder -> builder.header("X-Many", "1")
                                .header("X-Many", "2")
                                .header("X-Name", "café")),
                changed("Host", post, builder -> builder.header("Host", "other.example")),
                changed("Expect: 100-continue", post, builder -> builder.header("Expect", "100-continue")),
                at("odd path and query", "/plain//y;m=1/%2F+a/%C3%BC?q=%20+&z", post),
                at("compressed answer", "/gzip", post).with(client -> client.register(new Gunzip())),
                at("answer 401 that sets a cookie, client that keeps cookies", "/cookie", post)
                        .inside(port -> cookies()),
                at("HTTP proxy of the JVM", "/plain", post).inside(SecondRequests::proxy),
                at("answer 401 by HTTP/1.0", "/old", post),
                at("connection closed after the 401", "/closed", post),
                post.named("prepared invocation, made again").plainOnly(),
                post.inside(port -> interrupted()).named("interrupt flag set").plainOnly());
    }

    private static Kind kind(String name, String method, Supplier<Entity<?>> entity, Calls typed) {
        Plain plain = new Plain(method, builder -> builder, entity, "");
        return new Kind(name, client -> {}, plain, typed, port -> () -> {});
    }

    private static Kind changed(String name, Kind kind, UnaryOperator<Invocation.Builder> changes) {
        Plain plain = new Plain(kind.plain().method(), changes, kind.plain().entity(), "");
        return new Kind(name, kind.client(), plain, null, kind.around());
    }

    private static Kind at(String name, String path, Kind kind) {
        Plain plain = new Plain(
                kind.plain().method(), builder -> builder, kind.plain().entity(), path);
        return new Kind(name, kind.client(), plain, null, kind.around());
    }

    /** The filter, unless the kind has registered one with a place of its own. */
    static void register(Kind kind, Configurable<?> client, boolean typed) {
        kind.client().accept(client);
        if (!typed && !client.getConfiguration().isRegistered(BorderlessFilter.class)) {
            client.register(PaybearerFeature.forAccount("less"));
        }
    }

    private static void signedLater(Configurable<?> client) {
        client.register(new BorderlessFilter("less"), 3000).register(new SigningFilter(), 5000);
    }

    private static void encryptedLater(Configurable<?> client) {
        client.register(new BorderlessFilter("less"), 3000).register(new EncryptingFilter(), 5000);
    }

    private static Runnable interrupted() {
        Thread.currentThread().interrupt();
        return Thread::interrupted;
    }

    /** Each implementation's own compression, found by name: only one implementation is on the class path. */
    private static void gzipOfTheImplementation(Configurable<?> client) {
        for (String name : List.of(
                "org.jboss.resteasy.plugins.interceptors.GZIPEncodingInterceptor",
                "org.glassfish.jersey.message.GZipEncoder")) {
            try {
                client.register(Class.forName(name).getConstructor().newInstance());
            } catch (ReflectiveOperationException otherImplementation) {
                // the next one
            }
        }
        client.register(new GzipHeader());
    }

    /** CXF's own is registered on a call. */
    private static Invocation.Builder gzipOfCxf(Invocation.Builder builder) {
        try {
            Object gzip = Class.forName("org.apache.cxf.transport.common.gzip.GZIPOutInterceptor")
                    .getConstructor(int.class)
                    .newInstance(0);
            gzip.getClass().getMethod("setForce", boolean.class).invoke(gzip, true);
            Object configuration = Class.forName("org.apache.cxf.jaxrs.client.WebClient")
                    .getMethod("getConfig", Object.class)
                    .invoke(null, builder);
            Object interceptors =
                    configuration.getClass().getMethod("getOutInterceptors").invoke(configuration);
            interceptors.getClass().getMethod("add", Object.class).invoke(interceptors, gzip);
        } catch (ClassNotFoundException otherImplementation) {
            return builder;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return builder;
    }

    /** What HttpURLConnection does with cookies; RESTEasy and CXF do not ask the JVM. */
    private static Runnable cookies() {
        CookieHandler.setDefault(new CookieManager());
        return () -> CookieHandler.setDefault(null);
    }

    /** The server itself is the proxy: it does not mind absolute URIs. */
    private static Runnable proxy(int port) {
        System.setProperty("http.proxyHost", "127.0.0.1");
        System.setProperty("http.proxyPort", String.valueOf(port));
        System.setProperty("http.nonProxyHosts", "");
        return () -> List.of("http.proxyHost", "http.proxyPort", "http.nonProxyHosts")
                .forEach(System::clearProperty);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static Entity<?> octets(Object entity) {
        return Entity.entity(entity, MediaType.APPLICATION_OCTET_STREAM_TYPE);
    }

    private static File file() {
        try {
            java.nio.file.Path file = Files.createTempFile("paybearer-test", ".bin");
            file.toFile().deleteOnExit();
            return Files.write(file, LONG).toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream stream() {
        return new ByteArrayInputStream("a stream".getBytes(StandardCharsets.UTF_8));
    }

    private static StreamingOutput streaming() {
        return out -> {
            out.write("first ".getBytes(StandardCharsets.UTF_8));
            out.flush();
            out.write(new byte[20_000]);
        };
    }

    private static List<EntityPart> parts() {
        try {
            return List.of(
                    EntityPart.withName("a")
                            .content("x")
                            .mediaType("text/plain")
                            .build(),
                    EntityPart.withName("f")
                            .fileName("n.txt")
                            .content(stream())
                            .mediaType("text/plain")
                            .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entity<?> multipart() {
        return Entity.entity(new GenericEntity<List<EntityPart>>(parts()) {}, MediaType.MULTIPART_FORM_DATA_TYPE);
    }

    /** Changes each byte. */
    private static final class Cipher extends FilterOutputStream {

        Cipher(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int single) throws IOException {
            out.write(single ^ 1);
        }
    }

    private static final class EncryptingFilter implements ClientRequestFilter {
        @Override
        public void filter(ClientRequestContext request) {
            request.setEntityStream(new Cipher(request.getEntityStream()));
        }
    }

    private static final class EncryptingInterceptor implements WriterInterceptor {
        @Override
        public void aroundWriteTo(WriterInterceptorContext writing) throws IOException {
            writing.setOutputStream(new Cipher(writing.getOutputStream()));
            writing.proceed();
        }
    }

    private static final class SigningFilter implements ClientRequestFilter {
        @Override
        public void filter(ClientRequestContext request) {
            request.getHeaders()
                    .putSingle(
                            "X-Signature",
                            request.getHeaderString("Authorization").hashCode());
        }
    }

    private static final class SigningInterceptor implements WriterInterceptor {
        @Override
        public void aroundWriteTo(WriterInterceptorContext writing) throws IOException {
            writing.getHeaders()
                    .putSingle(
                            "X-Signature",
                            String.valueOf(String.valueOf(writing.getHeaders().getFirst("Authorization"))
                                    .hashCode()));
            writing.proceed();
        }
    }

    private static final class Counting implements ClientRequestFilter {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void filter(ClientRequestContext request) {
            request.getHeaders().putSingle("X-Count", String.valueOf(count.incrementAndGet()));
        }
    }

    private static final class GzipHeader implements ClientRequestFilter {
        @Override
        public void filter(ClientRequestContext request) {
            request.getHeaders().putSingle("Content-Encoding", "gzip");
        }
    }

    private static final class Gunzip implements ReaderInterceptor {
        @Override
        public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
            if ("gzip".equals(reading.getHeaders().getFirst("Content-Encoding"))) {
                reading.setInputStream(new GZIPInputStream(reading.getInputStream()));
            }
            return reading.proceed();
        }
    }

    private static final class Gzip implements WriterInterceptor {
        @Override
        public void aroundWriteTo(WriterInterceptorContext writing) throws IOException {
            writing.getHeaders().putSingle("Content-Encoding", "gzip");
            GZIPOutputStream gzip = new GZIPOutputStream(writing.getOutputStream());
            writing.setOutputStream(gzip);
            writing.proceed();
            gzip.finish();
        }
    }
}
