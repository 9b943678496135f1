// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.http.RawEndpoint;
import io.paybearer.http.RawEndpoint.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** {@code paybearer doctor}, all but TLS. */
class DoctorCommandTest extends CliTest {

    private static final String NO_DATE = RawEndpoint.answer("404 Not Found", "", "");

    /** A name has at most 253 characters, so no name server is asked. */
    private static final String NOWHERE = "https://" + "xxxxxxxxx.".repeat(30) + "example";

    private Map<String, String> gateAt(URI uri) {
        Map<String, String> keys = gate();
        keys.put("paybearer.account.gate.base-uri", uri.resolve("/").toString());
        return keys;
    }

    @Test
    void accountInGoodHealth_isOneLineForEachStep_andSendsNoCredential() {
        Run run = Run.of("doctor", "-c", file(gate()));

        assertThat(run.exitCode()).as(run.all()).isZero();
        assertThat(run.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("gate  configuration  ok, paymentsgate at " + sandbox.uri()),
                        line -> assertThat(line)
                                .isEqualTo("gate  proxy          ok, the way to " + sandbox.uri() + " is direct"),
                        line -> assertThat(line).isEqualTo("gate  name           ok, 127.0.0.1 is 127.0.0.1"),
                        line -> assertThat(line)
                                .matches("gate  connection     ok, 127.0.0.1:\\d+ accepted it after \\d+ ms"),
                        line -> assertThat(line)
                                .isEqualTo("gate  clock          ok, it is within 5 s of that of " + sandbox.uri()));
        assertThat(run.err()).isEmpty();
        assertThat(sandbox.tokenCalls()).isZero();
        assertThat(sandbox.received()).allMatch(request -> request.method().equals("HEAD"));
    }

    @Test
    void online_obtainsATokenAsWell() {
        Run run = Run.of("doctor", "--online", "-c", file(gate()));

        assertThat(run.exitCode()).as(run.all()).isZero();
        assertThat(run.out()).contains("gate  token          ok, a token for");
        assertThat(sandbox.tokenCalls()).isEqualTo(1);
    }

    @Test
    void clock_isComparedWithTheEndpoints_inBothDirections() {
        Run behind = at(Duration.ofHours(-1));
        Run ahead = at(Duration.ofSeconds(90));
        Run little = at(Duration.ofSeconds(-30));

        assertThat(behind.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(behind.out())
                .containsPattern("clock          FAILED: this machine's clock is 3(599|600) s behind that of http://")
                .contains("set it, for instance by NTP");
        assertThat(ahead.out()).containsPattern("FAILED: this machine's clock is (89|90|91) s ahead of that of");
        assertThat(little.exitCode()).isZero();
        assertThat(little.out()).containsPattern("WARNING: this machine's clock is (29|30) s behind");
        assertThat(little.err()).isEqualToIgnoringNewLines("1 warning");
    }

    /** The endpoint's clock stands still, so that no second passes between the two. */
    private Run at(Duration ahead) {
        String date = "Date: Fri, 27 Nov 2026 12:00:00 GMT\r\n";
        InstantSource clock =
                InstantSource.fixed(Instant.parse("2026-11-27T12:00:00Z").plus(ahead));
        try (RawEndpoint endpoint =
                RawEndpoint.start(request -> Reply.closing(RawEndpoint.answer("404 Not Found", date, "")))) {
            return Run.with("", clock, "doctor", "-c", file(gateAt(endpoint.uri())));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void endpointThatDoesNotTellTheTime_isNoProblem() throws Exception {
        try (RawEndpoint endpoint = RawEndpoint.start(request -> Reply.closing(NO_DATE))) {
            Run run = Run.of("doctor", "-c", file(gateAt(endpoint.uri())));

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("does not say what time it is there");
        }
    }

    @Test
    void endpointThatTalksNoHttp_isAWarning() throws Exception {
        try (RawEndpoint endpoint = RawEndpoint.start(request -> Reply.closing("220 canary ESMTP\r\n\r\n"))) {
            Run run = Run.of("doctor", "-c", file(gateAt(endpoint.uri())));

            assertThat(run.out())
                    .contains("WARNING:", "gives no answer to HEAD")
                    .doesNotContain("canary");
        }
    }

    @Test
    void endpointThatIsGone_isAFailureWithItsRemedy() {
        String file = file(gate());
        sandbox.close();

        Run run = Run.of("doctor", "-c", file);

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(run.out())
                .contains("connection     FAILED: 127.0.0.1:", "(ConnectException); check the port, the firewall");
        assertThat(run.err()).isEqualToIgnoringNewLines("1 problem");
    }

    @Test
    void nameThatDoesNotResolve_isAFailure_andAnIgnoredProxyIsSaid() {
        Map<String, String> keys = gateAt(URI.create(NOWHERE));
        keys.remove("paybearer.account.gate.token-uri");

        Run run = Run.in(Map.of("HTTPS_PROXY", "http://me:canary@proxy:3128"), "", "doctor", "-c", file(keys));

        assertThat(run.exitCode()).as(run.all()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(run.out())
                .contains("proxy          WARNING: HTTPS_PROXY is set, but Java does not read it")
                .contains("set paybearer.account.gate.proxy=host:port")
                .contains("name           FAILED: xxx", "has no address; check the URI")
                .doesNotContain("canary");
    }

    @Test
    void proxyThatWantsALogin_isNamedWithItsKeys() throws Exception {
        try (RawEndpoint proxy =
                RawEndpoint.start(request -> Reply.closing(RawEndpoint.answer("407 canary", "", "")))) {
            Map<String, String> keys = gateAt(URI.create("https://provider.example"));
            keys.put("paybearer.account.gate.proxy", "127.0.0.1:" + proxy.port());

            Run run = Run.of("doctor", "-c", file(keys));

            assertThat(run.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(run.out())
                    .contains("proxy          ok, the way to https://provider.example is through 127.0.0.1:"
                            + proxy.port())
                    .contains("proxy          FAILED: 127.0.0.1:" + proxy.port() + " answers 407; check"
                            + " paybearer.account.gate.proxy, paybearer.account.gate.proxy-user")
                    .doesNotContain("canary");
            assertThat(proxy.requests().get(0).head()).startsWith("CONNECT provider.example:443 HTTP/1.1");
        }
    }

    @Test
    void secretFiles_areShownWithTheirPermissions_andThoseThatAllMayReadAreWarnings() throws Exception {
        Path word = Files.writeString(folder.resolve("word"), "secret-canary");
        Map<String, String> keys = new HashMap<>(shop());
        keys.remove("paybearer.account.shop.secret-word");
        keys.put("paybearer.account.shop.secret-word-file", word.toString());

        Files.setPosixFilePermissions(word, PosixFilePermissions.fromString("rw-------"));
        Run closed = Run.of("doctor", "-c", file(keys));
        Files.setPosixFilePermissions(word, PosixFilePermissions.fromString("rw-r--r--"));
        Run open = Run.of("doctor", "-c", file(keys));

        assertThat(closed.exitCode()).as(closed.all()).isZero();
        assertThat(closed.out())
                .contains("file           ok, paybearer.account.shop.secret-word-file: " + word + " (rw------- of ");
        assertThat(open.out())
                .contains("file           WARNING: paybearer.account.shop.secret-word-file: " + word, "chmod o-r");
        assertThat(open.err()).isEqualToIgnoringNewLines("1 warning");
        assertThat(closed.all() + open.all()).doesNotContain("canary");
    }

    @Test
    void brokenAccount_isSaid_andTheOthersAreExamined() {
        Map<String, String> broken = shop();
        broken.put("paybearer.account.shop.token-lifetime", "soon");
        broken.put("paybearer.account.shop.mistyped", "x");

        Run run = Run.of("doctor", "-c", file(gate(), broken));

        assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(run.out().lines())
                .anyMatch(
                        line -> line.startsWith("-     configuration  FAILED: paybearer.account.shop.token-lifetime: "))
                .anyMatch(line -> line.startsWith("-     configuration  WARNING: paybearer.account.shop.mistyped: "))
                .anyMatch(line -> line.startsWith("gate  clock          ok"))
                .noneMatch(line -> line.startsWith("shop"));
        assertThat(run.err()).isEqualToIgnoringNewLines("1 problem, 1 warning");
    }

    @Test
    void namedAccount_isExaminedAlone_fromAPipeToo() throws Exception {
        String both = Files.readString(Path.of(file(gate(), shop())));

        Run run = Run.in(Map.of(), both, "doctor", "shop", "-c", "-");

        assertThat(run.exitCode()).as(run.all()).isZero();
        assertThat(run.out().lines()).allMatch(line -> line.startsWith("shop"));
    }

    @Test
    void json_hasTheFindings() {
        Map<String, Object> json =
                Run.of("doctor", "--json", "-c", file(gate())).json();

        assertThat(json).containsEntry("problems", 0L).containsEntry("warnings", 0L);
        assertThat(json.get("findings"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting(found -> ((Map<?, ?>) found).get("subject"))
                .isEqualTo(List.of("configuration", "proxy", "name", "connection", "clock"));
    }
}
