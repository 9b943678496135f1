// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.PaymentAccount;
import io.paybearer.harness.Configured;
import io.paybearer.harness.LogLines;
import io.paybearer.harness.WireServer;
import io.paybearer.sandbox.Fault;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the log says at its usual level of a 401 that a new token has met, and of calls without an account. */
public class ExplainedUnauthorizedTest extends UnauthorizedCalls {

    private static final String PATH = "/payments";

    private final LogLines log = LogLines.of("io.paybearer.client");

    @AfterEach
    void closeLog() {
        log.close();
    }

    @PaymentAccount("less")
    public interface Payments {
        @GET
        @Path(PATH)
        String list();
    }

    private void refuse() {
        sandbox.faults().always(PATH, Fault.status(401));
    }

    /** What is said of a server whose clock is ahead, or that has none. */
    private String saidOfClock(Duration ahead) {
        String date = ahead == null
                ? "X-No: date"
                : "Date: "
                        + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                time.instant().plus(ahead).atOffset(ZoneOffset.UTC));
        try (WireServer server = WireServer.http()
                .answering((request, answer) -> answer.write(WireServer.response(401, "Unauthorized", "", date)))) {
            start(key(Configured.account("shop"), server.uri().toString(), "a-key"));
            client().target(server.uri()).request().get().close();
        }
        return String.join("\n", log.lines());
    }

    private static Configured key(Configured account, String base, String secret) {
        return account.with(Map.of("provider", "static", "base-uri", base, "token-headers", "X-Key", "secret", secret));
    }

    private void call() {
        request(PATH).get().close();
    }

    @Test
    void newTokenRefused_isExplainedInOneWarning() {
        start(everyProvider());
        refuse();
        call();

        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith(
                        "account 'less' of the provider borderless: " + origin() + " has answered 401 to a new token.")
                .containsSubsequence(
                        "(1) the credentials, paybearer.account.less.",
                        "none has blanks or quotation marks around it",
                        "(2) the clock",
                        "(3) test or production: paybearer.account.less.base-uri is [" + origin(),
                        "(4) the client: the call was made by a plain client, whose account was found by"
                                + " the request's URI",
                        "once a minute at most");
    }

    @Test
    void clocks_areCompared_withTheAnswersDate() {
        assertThat(saidOfClock(Duration.ofHours(1)))
                .contains("the clock of this machine is 3600 s behind the answer's Date; set it");
    }

    @Test
    void clockThatIsAhead_isNamedWithTheDifference() {
        assertThat(saidOfClock(Duration.ofMinutes(-2)))
                .contains("the clock of this machine is 120 s ahead of the answer's Date; set it");
    }

    @Test
    void clocksThatAgree_areNoReason() {
        assertThat(saidOfClock(Duration.ofSeconds(4))).contains("the clock: it agrees with the answer's Date");
    }

    @Test
    void answerWithoutDate_saysSo() {
        assertThat(saidOfClock(null)).contains("the clock: the answer has no Date");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "\"s3cr3t-word\",its value is in quotation marks, which count as a part of it",
                "'s3cr3t-word',its value is in quotation marks, which count as a part of it",
                "s3cr3t-word ,the secret begins or ends with white space",
            })
    void whatIsAroundASecret_isNamed_andTheSecretNotShown(String secret, String oddity) {
        start(Configured.account("shop")
                .with("provider", "2checkout")
                .with("base-uri", origin().toString())
                .with("merchant-code", "250111206876")
                .with("secret-word", secret));
        refuse();
        call();

        assertThat(log.lines())
                .singleElement()
                .asString()
                .contains("(1) paybearer.account.shop.secret-word: " + oddity)
                .doesNotContain("s3cr3t");
    }

    @Test
    void typedClient_isNamed_withTheWayToItsAccount() {
        start(everyProvider());
        refuse();
        Payments payments = RestClientBuilder.newBuilder().baseUri(origin()).build(Payments.class);
        Assertions.assertThatThrownBy(payments::list).isInstanceOf(WebApplicationException.class);

        assertThat(log.lines())
                .singleElement()
                .asString()
                .contains("made by " + Payments.class.getName() + ", whose account was found by @PaymentAccount");
    }

    @Test
    void moreRefusals_areExplainedOnceAMinute_forEachAccount() {
        start(everyProvider());
        refuse();
        call();
        call();
        time.advance(Duration.ofSeconds(59));
        call();
        assertThat(log.lines()).hasSize(1);
        sandbox.faults().always("/deals/1", Fault.status(401));
        request("/deals/1").get().close();
        assertThat(log.lines()).hasSize(2).last().asString().contains("account 'gate'");
        time.advance(Duration.ofSeconds(1));
        call();
        assertThat(log.lines()).hasSize(3);
    }

    @Test
    void oldTokenRefused_andReplaced_needsNoExplanation() {
        revokedToken();
        request("/deals/1").get().close();

        assertThat(sandbox.count("/deals/1")).isEqualTo(2);
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void secondTokenRefusedToo_isExplained() {
        revokedToken();
        sandbox.faults().always("/deals/1", Fault.status(401));
        request("/deals/1").get().close();

        assertThat(log.lines()).singleElement().asString().contains("account 'gate'");
    }

    @Test
    void tokenThatIsAlwaysTheSame_isExplainedHoweverOldItIs() {
        start(key(Configured.account("shop"), origin().toString(), "a-key"));
        sandbox.faults().always(PATH, Fault.status(404));
        call();
        time.advance(Duration.ofMinutes(10));
        refuse();
        call();

        assertThat(log.lines()).singleElement().asString().contains("account 'shop'");
    }

    @Test
    void answersOtherThan401_sayNothing() {
        start(everyProvider());
        sandbox.faults().always(PATH, Fault.status(403));
        call();

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void callNearAnAccount_isToldAtDebug_withTheAccount() {
        String localhost = origin().toString().replace("127.0.0.1", "localhost");
        String loopback = localhost.replace("localhost", "127.0.0.1");
        start(key(Configured.account("gate"), localhost, "a-key"));
        log.debug();
        client().target(URI.create(loopback))
                .path("/customers/42")
                .queryParam("q", "private")
                .request()
                .get()
                .close();

        assertThat(log.lines())
                .isNotEmpty()
                .first()
                .asString()
                .startsWith("a call carries no credential: no account has a base-uri that covers " + loopback
                        + "; the nearest is account 'gate' with " + localhost + ", under another name of this machine;")
                .endsWith("change paybearer.account.gate.base-uri")
                .doesNotContain("customers")
                .doesNotContain("private");
    }

    @Test
    void callNearAnAccount_thatIsAnswered401_isAWarning_onceAMinute() {
        String localhost = origin().toString().replace("127.0.0.1", "localhost");
        start(key(Configured.account("gate"), localhost, "a-key"));
        sandbox.faults().always(PATH, Fault.status(401));
        for (int i = 0; i < 3; i++) {
            client().target(URI.create(localhost.replace("localhost", "127.0.0.1")))
                    .path(PATH)
                    .request()
                    .get()
                    .close();
        }

        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith(
                        "a call was answered 401, and carried no credential: no account has a base-uri that covers");
    }
}
