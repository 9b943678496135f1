// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Stand-ins of PaymentsGate, 2Checkout, borderless and other APIs on one port of the loopback address, at the paths that
 * {@link Provider} names. They verify what the providers verify, and a test can make their answers fail. Any other path is answered
 * 404. A merchant has to be registered before its requests are accepted. A slow answer does not hold up others. The port is taken
 * until the sandbox is closed. Thread-safe.
 */
public final class PaymentSandbox implements AutoCloseable {

    private final Recorder recorder = new Recorder();
    private final SandboxSettings settings;
    private final AllStandIns standIns;
    private final Router router;
    private final Faults faults;
    private final FrontHandler front;
    private final SandboxServer server;

    private PaymentSandbox(int port, Clock clock) {
        settings = new SandboxSettings(clock);
        standIns = new AllStandIns(settings);
        router = new Router(standIns.endpoints(this::uri));
        faults = new Faults(router::requireServed);
        front = new FrontHandler(router, faults, recorder, new RequestLog(standIns.shown(), settings));
        server = new SandboxServer(port, front);
    }

    /**
     * Starts a sandbox on a free port, with the system's clock.
     *
     * @return the sandbox, ready for requests
     */
    public static PaymentSandbox start() {
        return start(0);
    }

    /**
     * Starts a sandbox with the system's clock.
     *
     * @param port the port; 0 means a free port
     * @return the sandbox, ready for requests
     * @throws UncheckedIOException if the port is taken
     */
    public static PaymentSandbox start(int port) {
        return start(port, Clock.systemUTC());
    }

    /**
     * Starts a sandbox.
     *
     * @param port the port; 0 means a free port
     * @param clock the clock by which tokens are issued and judged
     * @return the sandbox, ready for requests
     * @throws UncheckedIOException if the port is taken
     */
    public static PaymentSandbox start(int port, Clock clock) {
        return new PaymentSandbox(port, clock);
    }

    /**
     * Where the sandbox listens, such as {@code http://127.0.0.1:40321}: without a path or a slash at the end.
     *
     * @return the origin
     */
    public URI uri() {
        return server.uri();
    }

    /**
     * Makes a merchant known to its provider.
     *
     * @param merchant the merchant; it replaces one of the same provider with the same id
     * @return this
     */
    public PaymentSandbox register(SandboxMerchant merchant) {
        standIns.register(merchant);
        return this;
    }

    /**
     * Adds a stand-in of another API.
     *
     * @param standIn the stand-in, which belongs to this sandbox from now on. Its paths come before those that are ready
     * @return this
     */
    public PaymentSandbox serve(StandIn standIn) {
        router.add(standIn.endpoints(settings));
        standIns.add(standIn);
        return this;
    }

    /**
     * The clock, lifetimes and shapes of answers.
     *
     * @return the settings, to be changed at any time
     */
    public SandboxSettings settings() {
        return settings;
    }

    /**
     * The time that a test lets pass without waiting.
     *
     * @return the clock, to be moved at any time
     */
    public SandboxClock clock() {
        return settings.passed();
    }

    /**
     * What goes wrong with the answers.
     *
     * @return the faults, to be changed at any time
     */
    public Faults faults() {
        return faults;
    }

    /**
     * The requests since the start or the last {@link #clear()}, in the order of arrival.
     *
     * @return a copy. A request is in it before its sender has the answer
     */
    public List<ReceivedRequest> received() {
        return recorder.received();
    }

    /**
     * Hands each further request over as soon as its answer is decided, and does not keep it for {@link #received()}. This
     * is for a sandbox that runs for long.
     *
     * @param receiver called by the thread that answers
     * @return this
     */
    public PaymentSandbox forward(Consumer<ReceivedRequest> receiver) {
        recorder.forward(receiver);
        return this;
    }

    /**
     * Serves a page for browsers at {@code /}: the requests from now on, faults and settings to change, and the keys of these
     * accounts. Its data is at {@code /sandbox/state} as JSON. Its own requests are not among {@link #received()}. Unless this
     * method is called there is no page, and {@code /} is answered 404.
     *
     * @param accounts registered accounts in the order in which they are shown, with the names that their keys are to have
     * @return this
     */
    public PaymentSandbox servePage(Map<SandboxAccount, String> accounts) {
        front.servePage(this, accounts);
        return this;
    }

    /**
     * How many requests of a path were received, answered or not.
     *
     * @param path the path as it was sent: not decoded, and without its query
     * @return the number
     */
    public int count(String path) {
        return recorder.count(path);
    }

    /**
     * How many requests for tokens PaymentsGate and the OAuth 2.0 server received, refreshes included.
     *
     * @return the number
     */
    public int tokenCalls() {
        return count(PaymentsGateTokens.PATH) + count(PaymentsGateRefresh.PATH) + count(OAuth2TokenEndpoint.PATH);
    }

    /**
     * How often PaymentsGate was sent a private key instead of the public key.
     *
     * @return the number; any number but 0 is a leak
     */
    public int privateKeysReceived() {
        return standIns.privateKeysReceived();
    }

    /**
     * How often PaymentsGate or the OAuth 2.0 server was sent a refresh token that had been spent before.
     *
     * @return the number
     */
    public int reusedRefreshTokens() {
        return standIns.reusedRefreshTokens();
    }

    /**
     * What a test has probably got wrong: faults that no request has met, and requests for paths that no stand-in has.
     *
     * @return a sentence for each; {@link Faults#clear()} and {@link #clear()} forget them
     */
    public List<String> leftovers() {
        return new Leftovers(faults, recorder, router).sentences();
    }

    /** Forgets the requests and the two counters. Merchants, tokens, faults and settings stay. */
    public void clear() {
        recorder.clear();
        front.clear();
        standIns.clearCounters();
    }

    /**
     * Begins afresh with the same merchants and stand-ins: forgets the requests, the counters and the faults, and sets settings and
     * clock back. Tokens that were issued stay valid; refresh tokens of registered clients are as good as new.
     */
    public void reset() {
        clear();
        faults.clear();
        front.reset();
        settings.reset();
        standIns.renewRefreshTokens();
    }

    /** Begins afresh without merchants and without stand-ins that were added. Port and tokens stay. */
    public void startOver() {
        standIns.startOver();
        router.clear();
        recorder.keep();
        reset();
    }

    /** Revokes all access tokens that were issued. An API call with such a token is answered 401. */
    public void revokeAll() {
        standIns.revokeAccessTokens();
    }

    /** Revokes all refresh tokens that were issued. A refresh with such a token is answered 401. */
    public void revokeRefreshTokens() {
        standIns.revokeRefreshTokens();
    }

    /** Stops listening and closes all connections, also those of requests at a gate. A second call does nothing. */
    @Override
    public void close() {
        server.close();
    }
}
