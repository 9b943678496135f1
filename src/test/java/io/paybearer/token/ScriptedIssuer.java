// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import io.paybearer.Secret;
import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as it was told, then as usual: tokens t1, t2, … that live an hour, with refresh tokens r1, r2, … */
final class ScriptedIssuer implements TokenIssuer {

    /** One answer; the number counts all calls. */
    interface Step {
        IssuedToken answer(int number) throws TokenRequestException;
    }

    private final List<String> credential;
    private final boolean minted;
    private final Queue<Step> script = new ConcurrentLinkedQueue<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile boolean rotating;
    private volatile Step usual = lasting(Duration.ofHours(1));

    private ScriptedIssuer(boolean minted, String... credential) {
        this.minted = minted;
        this.credential = List.of(credential);
    }

    static ScriptedIssuer remote(String... credential) {
        return new ScriptedIssuer(false, credential);
    }

    static ScriptedIssuer minting(String... credential) {
        return new ScriptedIssuer(true, credential);
    }

    static Step lasting(Duration lifetime) {
        return number -> new IssuedToken(Secret.of("t" + number), Secret.of("r" + number), lifetime);
    }

    static Step unrenewable(Duration lifetime) {
        return number -> new IssuedToken("t" + number, lifetime);
    }

    static Step failing(Kind kind) {
        return number -> {
            throw new TokenRequestException(kind, "failure " + number, null);
        };
    }

    static Step busyFor(Duration retryAfter) {
        return number -> {
            throw new TokenRequestException(Kind.UNAVAILABLE, "failure " + number, retryAfter, null);
        };
    }

    /** Whatever it is: other languages than Java do not ask what a method declares. */
    static Step breaking(Throwable failure) {
        return number -> {
            throw ScriptedIssuer.<RuntimeException>undeclared(failure);
        };
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // erased, so nothing is checked
    private static <T extends Throwable> T undeclared(Throwable failure) throws T {
        throw (T) failure;
    }

    ScriptedIssuer then(Step step) {
        script.add(step);
        return this;
    }

    /** The answer to all calls that nothing else was said about. */
    ScriptedIssuer usually(Step step) {
        usual = step;
        return this;
    }

    /** {@code issue} and {@code refresh <refresh token>}, in their order. */
    List<String> calls() {
        return new ArrayList<>(calls);
    }

    /** Its credential is used up by the first token. */
    ScriptedIssuer rotate() {
        rotating = true;
        return this;
    }

    @Override
    public boolean rotating() {
        return rotating;
    }

    @Override
    public List<String> credential() {
        return credential;
    }

    @Override
    public boolean minted() {
        return minted;
    }

    @Override
    public IssuedToken issue() throws TokenRequestException {
        return answer("issue");
    }

    @Override
    public IssuedToken refresh(IssuedToken previous) throws TokenRequestException {
        return answer("refresh " + previous.refreshToken().reveal());
    }

    private synchronized Step next(String call) {
        calls.add(call);
        Step step = script.poll();
        int number = calls.size();
        Step chosen = step == null ? usual : step;
        return ignored -> chosen.answer(number);
    }

    private IssuedToken answer(String call) throws TokenRequestException {
        return next(call).answer(0);
    }
}
