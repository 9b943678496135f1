// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.PaybearerConfigException;
import io.paybearer.TokenUnavailableException;
import io.paybearer.harness.Configured;
import io.paybearer.harness.SandboxedTest;
import io.paybearer.harness.TestMerchants;
import io.paybearer.http.RawEndpoint.Reply;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A proxy that wants a user and a password, for http and on the way to https. The tests run with the JDK's lock taken off. */
class ProxyLoginTest extends SandboxedTest {

    private static final String DISABLED = "jdk.http.auth.tunneling.disabledSchemes";

    /** {@code me:p:w}. */
    private static final String LOGIN = "Proxy-Authorization: Basic bWU6cDp3\r\n";

    private static Configured account(RawEndpoint proxy, String scheme) {
        return Configured.account("gate")
                .with(TestMerchants.paymentsGate(proxy.uri()))
                .with("token-uri", scheme + "://provider.invalid/auth/token")
                .with("allow-http", "true")
                .with("proxy", "127.0.0.1:" + proxy.uri().getPort())
                .with("proxy-user", "me")
                .with("proxy-password-file", Configured.secretFile("p:w"));
    }

    @Test
    void httpRequest_tellsTheProxyTheLogin() throws Exception {
        List<String> heads = new CopyOnWriteArrayList<>();
        try (RawEndpoint proxy = RawEndpoint.start(request -> {
            heads.add(request.head() + "\r\n");
            return Reply.keeping(RawEndpoint.token());
        })) {
            assertThat(start(account(proxy, "http")).application().get("gate").value())
                    .isEqualTo("fresh");
        }

        assertThat(heads)
                .singleElement()
                .asString()
                .startsWith("POST http://provider.invalid/")
                .contains(LOGIN);
    }

    @Test
    void tunnel_tellsTheProxyTheLogin_andARefusalNamesTheKeys() throws Exception {
        List<String> heads = new CopyOnWriteArrayList<>();
        try (RawEndpoint proxy = RawEndpoint.start(request -> {
            heads.add(request.head() + "\r\n");
            return Reply.closing(RawEndpoint.answer("407 No", "", ""));
        })) {
            assertThatThrownBy(
                            () -> start(account(proxy, "https")).application().get("gate"))
                    .isInstanceOf(TokenUnavailableException.class)
                    .hasMessageContaining("407")
                    .hasMessageContaining("the proxy")
                    .hasMessageNotContaining("p:w");
        }

        assertThat(heads)
                .isNotEmpty()
                .allSatisfy(head -> assertThat(head)
                        .startsWith("CONNECT provider.invalid:443 ")
                        .contains(LOGIN));
    }

    private static List<String> problems(Configured account) {
        try {
            throw new AssertionError(account.read(java.time.InstantSource.system()));
        } catch (PaybearerConfigException refusal) {
            return refusal.problems();
        }
    }

    private Configured withProxy() {
        return Configured.account("gate")
                .with(TestMerchants.paymentsGate(origin()))
                .with("base-uri", "https://secure.sandbox.paymentsgate.io")
                .with("proxy", "proxy.example:3128");
    }

    @Test
    void jvmThatTellsNoProxyAPassword_isAProblem() {
        String before = System.getProperty(DISABLED);
        Configured account = withProxy().with("proxy-user", "me").with("proxy-password", "pw");
        try {
            System.clearProperty(DISABLED);
            assertThat(problems(account))
                    .containsExactly(
                            "paybearer.account.gate.proxy-user: this JVM tells no proxy a password on the way to an"
                                    + " https endpoint; start it with -D" + DISABLED + "=");
        } finally {
            System.setProperty(DISABLED, before);
        }
    }

    @Test
    void loginThatIsNotWhole_isAProblem() {
        Configured account = withProxy();

        assertThat(problems(account.with("proxy-user", "me")))
                .containsExactly(
                        "paybearer.account.gate.proxy-password: it is missing; a proxy wants both a user and a password");
        assertThat(problems(account.with("proxy-password", "pw").with("proxy", "")))
                .containsExactly("paybearer.account.gate.proxy-user: there is no proxy to tell it to; set"
                        + " paybearer.account.gate.proxy");
        assertThat(problems(account.with("proxy", "proxy.example:3128").with("proxy-user", "m:e")))
                .containsExactly(
                        "paybearer.account.gate.proxy-user: a user name of Basic must not have a colon (RFC 7617,"
                                + " section 2); correct it");
    }
}
