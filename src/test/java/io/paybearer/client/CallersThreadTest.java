// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.ClientId;
import io.paybearer.PaybearerFeature;
import io.paybearer.PaybearerProperties;
import io.paybearer.PaymentAccount;
import io.paybearer.RequestRefusedException;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.spi.ClientIdResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.InvocationCallback;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The resolver of child accounts is asked on the thread that makes the call, or the call is refused. */
public class CallersThreadTest extends SandboxedTest {

    private static final ThreadLocal<String> CURRENT = new InheritableThreadLocal<>();

    @ApplicationScoped
    public static class OfThisThread implements ClientIdResolver {
        @Override
        public Optional<String> clientId(String account) {
            return Optional.ofNullable(CURRENT.get());
        }
    }

    @PaymentAccount("partner")
    @Consumes("application/json")
    @Path("/contacts")
    public interface Contacts {
        @POST
        String now(String contact);

        @POST
        CompletionStage<String> later(String contact);

        @POST
        @ClientId("cl_5")
        CompletionStage<String> laterForOne(String contact);

        @POST
        CompletionStage<String> laterByHeader(@HeaderParam("Client-Id") String child, String contact);
    }

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private SeContainer container;
    private Client client;

    @BeforeEach
    void start() {
        startWith(OfThisThread.class);
    }

    private void startWith(Class<?> bean) {
        start(everyProvider());
        container = SeContainerInitializer.newInstance().addBeanClasses(bean).initialize();
        client = ClientBuilder.newBuilder().executorService(threads).build().register(PaybearerFeature.class);
        CURRENT.set("cl_1");
        // threads that a pool makes now inherit the child of this caller
        Stream.of(1, 2)
                .map(any -> CompletableFuture.runAsync(() -> {}, threads))
                .forEach(CompletableFuture::join);
        CURRENT.set("cl_2");
    }

    @AfterEach
    void stop() {
        CURRENT.remove();
        client.close();
        container.close();
        threads.shutdownNow();
    }

    private Invocation.Builder request() {
        return client.target(origin()).path("/contacts").request();
    }

    private Contacts contacts(ExecutorService executor) {
        return RestClientBuilder.newBuilder()
                .baseUri(origin())
                .executorService(executor)
                .build(Contacts.class);
    }

    static List<Function<CallersThreadTest, Object>> synchronousCalls() {
        Entity<String> json = Entity.json("{}");
        return List.of(
                test -> test.request().post(json, String.class),
                test -> test.request().buildPost(json).invoke(String.class),
                test -> test.request().method("POST", json, String.class),
                test -> test.contacts(test.threads).now("{}"),
                test -> Stream.of("{}").map(test.contacts(test.threads)::now).toList());
    }

    @ParameterizedTest
    @MethodSource("synchronousCalls")
    void synchronousCall_asksOnTheCallersThread(Function<CallersThreadTest, Object> call) {
        assertThat(call.apply(this).toString()).contains("cl_2");
        assertThat(acceptedLast().header("Client-Id")).containsExactly("cl_2");
    }

    @Test
    void synchronousCall_onAThreadOfTheApplication_asksThere() {
        CompletableFuture.runAsync(() -> CURRENT.set("cl_3"), threads).join();
        String child = CompletableFuture.supplyAsync(
                        () -> {
                            CURRENT.set("cl_4");
                            return contacts(threads).now("{}");
                        },
                        threads)
                .join();

        assertThat(child).contains("cl_4");
    }

    static List<Function<CallersThreadTest, Object>> asynchronousCalls() {
        Entity<String> json = Entity.json("{}");
        return List.of(
                test -> test.request().async().post(json, String.class),
                test -> test.request().buildPost(json).submit(String.class),
                test -> test.request().rx().post(json, String.class),
                test -> {
                    CompletableFuture<String> answer = new CompletableFuture<>();
                    test.request().async().post(json, new InvocationCallback<String>() {
                        @Override
                        public void completed(String text) {
                            answer.complete(text);
                        }

                        @Override
                        public void failed(Throwable failure) {
                            answer.completeExceptionally(failure);
                        }
                    });
                    return answer;
                },
                test -> test.contacts(test.threads).later("{}"),
                test -> test.contacts(new Decorated(test.threads)).later("{}"),
                test -> test.contacts(new Decorated(Runnable::run)).later("{}"));
    }

    @ParameterizedTest
    @MethodSource("asynchronousCalls")
    void asynchronousCall_asksOnTheCallersThread_orIsRefused(Function<CallersThreadTest, Object> call)
            throws Exception {
        try {
            Object answer = call.apply(this);
            String text = (String) (answer instanceof CompletionStage<?> stage
                            ? stage.toCompletableFuture()
                            : (java.util.concurrent.Future<?>) answer)
                    .get(30, TimeUnit.SECONDS);
            assertThat(text).contains("cl_2");
        } catch (java.util.concurrent.ExecutionException | RuntimeException refused) {
            assertThat(refusal(refused))
                    .hasMessageContaining("account 'partner'")
                    .hasMessageContaining("ClientIdResolver")
                    .hasMessageContaining("@ClientId")
                    .hasMessageContaining(PaybearerProperties.CLIENT_ID)
                    .hasMessageContaining("call synchronously");
            assertThat(sandbox.received()).isEmpty();
        }
    }

    @Test
    void asynchronousCall_whoseChildIsNamed_isAccepted() {
        Contacts contacts = contacts(threads);

        assertThat(contacts.laterForOne("{}").toCompletableFuture().join()).contains("cl_5");
        assertThat(contacts.laterByHeader("cl_3", "{}").toCompletableFuture().join())
                .contains("cl_3");
        assertThat(request()
                        .property(PaybearerProperties.CLIENT_ID, "cl_4")
                        .rx()
                        .post(Entity.json("{}"), String.class)
                        .toCompletableFuture()
                        .join())
                .contains("cl_4");
    }

    @Test
    void asynchronousCall_whereThereIsNoResolver_isAccepted() {
        client.close();
        container.close();
        closeApplication();
        startWith(Nothing.class);

        assertThat(contacts(threads).later("{}").toCompletableFuture().join()).contains("cm5x0issuer0identifier002");
    }

    @ApplicationScoped
    public static class Nothing {}

    /** An executor of a server's or a library's own: it wraps what it runs. */
    private static final class Decorated extends AbstractExecutorService {
        private final Executor executor;

        Decorated(Executor executor) {
            this.executor = executor;
        }

        @Override
        public void execute(Runnable task) {
            executor.execute(new Wrapped(task));
        }

        private record Wrapped(Runnable task) implements Runnable {
            @Override
            public void run() {
                Map.of().forEach((nobody, nothing) -> {});
                task.run();
            }
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }

    private static Throwable refusal(Throwable thrown) {
        Throwable cause = thrown;
        while (!(cause instanceof RequestRefusedException)) {
            assertThat(cause).as("%s", thrown).isNotNull();
            cause = cause.getCause();
        }
        return cause;
    }
}
