// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.util.Optional;

/**
 * A request to a {@link StandIn}. A {@code require} method that does not find what it wants refuses the request with 401; the verdict
 * names what it was, and shows no value. {@link #toString()} shows no query, header or body.
 */
public final class StandInRequest {

    private final Call call;

    StandInRequest(Call call) {
        this.call = call;
    }

    /**
     * The HTTP method.
     *
     * @return the method
     */
    public String method() {
        return call.method();
    }

    /**
     * The path, not decoded.
     *
     * @return the path
     */
    public String path() {
        return call.path();
    }

    /**
     * A header. A header with two values is refused with 400.
     *
     * @param name its name, in any case
     * @return its value; empty if the header is absent
     */
    public Optional<String> header(String name) {
        return call.header(name);
    }

    /**
     * The token of {@code Authorization: Bearer …}. A request without it is refused with 401.
     *
     * @return the token
     */
    public String bearerToken() {
        return call.bearerToken();
    }

    /**
     * A member of the body, a JSON object.
     *
     * @param name its name
     * @return its text; empty if there is no such member, or none with a text
     */
    public Optional<String> member(String name) {
        return call.json().text(name);
    }

    /**
     * A field of the body, a form.
     *
     * @param name its name
     * @return its value; empty if there is no such field
     */
    public Optional<String> field(String name) {
        return FormBody.of(call).text(name);
    }

    /**
     * Wants a header with a value.
     *
     * @param name its name, in any case
     * @param value the value
     */
    public void requireHeader(String name, String value) {
        require(header(name), value, "header " + name);
    }

    /**
     * Wants a member of the body, a JSON object, with a text.
     *
     * @param name its name
     * @param value the text
     */
    public void requireMember(String name, String value) {
        require(member(name), value, "member " + name);
    }

    /**
     * Wants a field of the body, a form, with a value.
     *
     * @param name its name
     * @param value the value
     */
    public void requireField(String name, String value) {
        require(field(name), value, "field " + name);
    }

    /**
     * Wants {@code Authorization: Basic …}.
     *
     * @param user the name
     * @param password the password
     */
    public void requireBasic(String user, String password) {
        BasicCredentials sent = BasicCredentials.parse(header("Authorization").orElse(""));
        require(Optional.of(sent.name()), user, "user of Basic");
        require(Optional.of(sent.password()), password, "password of Basic");
    }

    /**
     * The refusal of the request, to be thrown.
     *
     * @param status the status, from 400 to 599
     * @param reason the verdict, which is also the member {@code error} of the answer; it must show no secret
     * @return the exception
     */
    public RuntimeException refused(int status, String reason) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a refusal has a status from 400 to 599, not " + status);
        }
        return new Refused(status, reason);
    }

    private static void require(Optional<String> sent, String wanted, String what) {
        String value = sent.orElseThrow(() -> Refused.unauthorized("no " + what));
        if (!SameText.same(wanted, value)) {
            throw Refused.unauthorized(what + " is another than expected");
        }
    }

    @Override
    public String toString() {
        return call.toString();
    }
}
