// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.account.Account;
import io.paybearer.origin.Origin;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A 401 that a new token has met. The token's age is not the reason then, so another token would be refused too: the log says what
 * to look at, once a minute for each account. It shows no secret.
 */
final class FreshRefusal {

    private static final System.Logger LOG = System.getLogger("io.paybearer.client");

    /** A smaller difference between two clocks is no news: {@code Date} has whole seconds, and the answer took its time. */
    private static final Duration USUAL_DIFFERENCE = Duration.ofSeconds(5);

    private final ClientRequestContext request;
    private final Carried carried;
    private final Account account;

    FreshRefusal(ClientRequestContext request, Carried carried) {
        this.request = request;
        this.carried = carried;
        this.account = carried.token().account();
    }

    void explain(ClientResponseContext response) {
        if (LOG.isLoggable(System.Logger.Level.WARNING) && account.mayExplain()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "account ''{0}'' of the provider {1}: {2} has answered 401 to a new token. Check in this order:"
                            + " (1) {3}; (2) {4}; (3) {5}; (4) {6}. This is logged once a minute at most",
                    account.name(),
                    account.config().provider().id(),
                    String.valueOf(Origin.of(request.getUri())),
                    secrets(),
                    clock(response.getHeaders().getFirst(HttpHeaders.DATE)),
                    environment(),
                    client());
        }
    }

    private String secrets() {
        List<String> oddities = account.config().credentials().current().oddities();
        String keys = String.join(", ", account.config().credentialKeys().get());
        return oddities.isEmpty()
                ? "the credentials, " + keys
                        + ": none has blanks or quotation marks around it; is each complete, and in use?"
                : String.join("; ", oddities);
    }

    private String clock(@Nullable String date) {
        Duration ahead = instant(date).map(account::clockDifference).orElse(null);
        if (ahead == null) {
            return "the clock: the answer has no Date to compare it with";
        }
        long seconds = ahead.abs().toSeconds();
        return ahead.abs().compareTo(USUAL_DIFFERENCE) <= 0
                ? "the clock: it agrees with the answer's Date"
                : "the clock of this machine is " + seconds + " s " + (ahead.isNegative() ? "ahead of" : "behind")
                        + " the answer's Date; set it";
    }

    private static Optional<Instant> instant(@Nullable String date) {
        try {
            return Optional.ofNullable(date)
                    .map(text -> ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private String environment() {
        return "test or production: " + account.config().key("base-uri") + " is "
                + account.config().baseUris() + ", do the credentials belong there?";
    }

    private String client() {
        return "the client: the call was made by " + carried.filter().decided(request) + "; is that account meant?";
    }
}
