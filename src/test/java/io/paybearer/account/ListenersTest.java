// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import static io.paybearer.spi.TokenEvent.Type.OBTAINED;
import static io.paybearer.spi.TokenEvent.Type.REPLAYED;
import static io.paybearer.spi.TokenEvent.Type.UNAUTHORIZED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.paybearer.PaybearerFeature;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.sandbox.Fault;
import io.paybearer.spi.AccountStatus;
import io.paybearer.spi.TokenEvent;
import io.paybearer.spi.TokenListener;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** An application's listeners, whatever they do. */
class ListenersTest extends SandboxedTest {

    private final List<TokenEvent> told = new CopyOnWriteArrayList<>();

    private Application application() {
        Application application = start(everyProvider()).application();
        application.listen(told::add);
        return application;
    }

    private List<TokenEvent.Type> types() {
        return told.stream().map(TokenEvent::type).toList();
    }

    private int pay(Client client) {
        return client.target(origin())
                .path("/deals/payin")
                .request()
                .post(Entity.json("{}"))
                .getStatus();
    }

    @Test
    void calls_areTold_byAccountAndProvider_andFreshTokensAreNot() {
        application();
        try (Client client = ClientBuilder.newClient().register(PaybearerFeature.class)) {
            for (int i = 0; i < 5; i++) {
                assertThat(pay(client)).isEqualTo(200);
            }
            assertThat(types()).containsExactly(OBTAINED);
            time.advance(Duration.ofSeconds(6));
            sandbox.revokeAll();
            assertThat(pay(client)).isEqualTo(200);
        }
        assertThat(types()).containsExactly(OBTAINED, UNAUTHORIZED, OBTAINED, REPLAYED);
        assertThat(told).allSatisfy(event -> {
            assertThat(event.account()).isEqualTo("gate");
            assertThat(event.provider()).isEqualTo("paymentsgate");
        });
    }

    @Test
    void listenersThatFail_breakNoPayment_andHideNothingFromOthers() {
        Application application = start(everyProvider()).application();
        application.listen(event -> {
            throw new IllegalStateException("a mistake");
        });
        application.listen(event -> {
            throw new NoClassDefFoundError("io/opentelemetry/api/OpenTelemetry");
        });
        application.listen(event -> ListenersTest.<RuntimeException>sneak(new IOException("checked")));
        application.listen(told::add);

        assertThat(application.get("gate")).isNotNull();
        assertThat(types()).containsExactly(OBTAINED);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable failure) throws E {
        throw (E) failure;
    }

    /** Looks at what is known, from its start to its end. */
    private static final class Looking implements TokenListener {
        private Supplier<List<AccountStatus>> accounts;
        private final List<String> life = new ArrayList<>();

        @Override
        public void on(TokenEvent event) {
            life.add("on");
        }

        @Override
        public void start(Supplier<List<AccountStatus>> known) {
            accounts = known;
            life.add("start");
        }

        @Override
        public void stop() {
            life.add("stop");
            throw new IllegalStateException("a mistake");
        }
    }

    @Test
    void listener_isStarted_seesAllAccounts_andIsStoppedOnce() {
        Application application = start(everyProvider()).application();
        Looking looking = new Looking();
        application.listen(looking);
        application.listen(new Looking());
        assertThat(looking.accounts.get())
                .extracting(AccountStatus::account)
                .containsExactly("gate", "less", "partner", "two");
        assertThat(sandbox.received()).isEmpty();
        application.get("gate");
        application.close();
        application.close();

        assertThat(looking.life).containsExactly("start", "on", "stop");
    }

    @Test
    void status_followsTheAccount() {
        Application application = application();
        assertThat(state(application)).isEqualTo(AccountStatus.State.NOT_ASKED);
        sandbox.faults().always("/auth/token", Fault.status(401));
        catchThrowable(() -> application.get("gate"));
        assertThat(state(application)).isEqualTo(AccountStatus.State.REFUSED);
        sandbox.faults().clear();
        time.advance(Duration.ofSeconds(3));
        application.get("gate");
        assertThat(state(application)).isEqualTo(AccountStatus.State.VALID);
    }

    private static AccountStatus.State state(Application application) {
        return application.statuses().stream()
                .filter(status -> status.account().equals("gate"))
                .findFirst()
                .orElseThrow()
                .state();
    }
}
