// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

/** The answer of a token endpoint whose status says that all went well. It cannot be printed. Immutable. */
public final class EndpointAnswer {

    private final String summary;
    private final String body;

    /**
     * An answer.
     *
     * @param summary which request was answered and how, without anything that the endpoint has written; for instance {@code
     *     POST https://api.acmepay.example/oauth/token answered 200 with application/json}
     * @param body the text of the body, not empty
     */
    public EndpointAnswer(String summary, String body) {
        this.summary = summary;
        this.body = body;
    }

    /**
     * The body.
     *
     * @return its text without white space around it, at most 64 KiB, never empty
     */
    public String body() {
        return body;
    }

    /**
     * The failure that this answer cannot be used.
     *
     * @param reason what is wrong with it, such as {@code it has no "access_token"}; shows nothing of the body
     * @return a failure that names the endpoint, the status and the type of the content, for the caller to throw
     */
    public TokenRequestException unusable(String reason) {
        return new TokenRequestException(TokenRequestException.Kind.OUTCOME_UNKNOWN, summary + ", but " + reason, null);
    }

    @Override
    public String toString() {
        return "EndpointAnswer[" + summary + "]";
    }
}
