// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Stand-ins of PaymentsGate, 2Checkout, borderless and other APIs on one port of the loopback address. They verify what the providers
 * verify, and a test can make their answers fail.
 *
 * <ul>
 *   <li>PaymentsGate: {@code POST /auth/token}, {@code POST /auth/token/refresh}; the API below {@code /deals},
 *       {@code /wallet}, {@code /banks}, {@code /fx} and {@code /support}
 *   <li>2Checkout: {@code POST /checkout/api/encrypt/generate/signature}
 *   <li>2Checkout's REST API: all paths below {@code /rest/6.0}
 *   <li>borderless: {@code POST /authentication}; the API below {@code /payments}, {@code /contacts},
 *       {@code /externalContact} and {@code /zoneCodes}
 *   <li>OAuth 2.0: {@code POST /oauth2/token} and {@code POST /oauth2/revoke}; an API below {@code /oauth2/api}
 *   <li>an API with keys that never change: all paths below {@code /static}
 * </ul>
 *
 * <p>Any other path is answered 404. A merchant has to be registered before its requests are accepted. A slow answer does
 * not hold up others. The port is taken until the sandbox is closed. Thread-safe.
 */
public final class PaymentSandbox implements AutoCloseable {

    private final Merchants merchants = new Merchants();
    private final IssuedTokens issued = new IssuedTokens();
    private final OAuth2Tokens oauth2Tokens = new OAuth2Tokens();
    private final List<StandIn> standIns = new CopyOnWriteArrayList<>();
    private final AtomicInteger privateKeys = new AtomicInteger();
    private final Recorder recorder = new Recorder();
    private final SandboxSettings settings;
    private final Router router;
    private final Faults faults;
    private final SandboxServer server;

    private PaymentSandbox(int port, Clock clock) {
        settings = new SandboxSettings(clock);
        router = new Router(endpoints());
        faults = new Faults(router::requireServed);
        server = new SandboxServer(port, new SandboxHandler(router, faults, recorder));
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
        merchants.add(merchant);
        if (merchant instanceof OAuth2Client client) {
            giveRefreshToken(client);
        }
        return this;
    }

    private void giveRefreshToken(OAuth2Client client) {
        if (client.refreshToken() != null) {
            OAuth2Scope scope = OAuth2Scope.of(client.scopes());
            oauth2Tokens.addRefreshToken(client.refreshToken(), OAuth2Grant.of(client, scope, ""));
        }
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
     * How many requests of a path were received, answered or not.
     *
     * @param path the path as it was sent: not decoded, and without its query
     * @return the number
     */
    public int count(String path) {
        return (int) received().stream()
                .filter(request -> request.path().equals(path))
                .count();
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
        return privateKeys.get();
    }

    /**
     * How often PaymentsGate or the OAuth 2.0 server was sent a refresh token that had been spent before.
     *
     * @return the number
     */
    public int reusedRefreshTokens() {
        return issued.reused() + oauth2Tokens.reused();
    }

    /**
     * What a test has probably got wrong: faults that no request has met, and requests for paths that no stand-in has.
     * {@code @PaybearerSandbox} fails a test that leaves some.
     *
     * @return a sentence for each; {@link Faults#clear()} and {@link #clear()} forget them
     */
    public List<String> leftovers() {
        Stream<String> unmet = faults.unmet().entrySet().stream()
                .map(left -> "no request has met " + left.getValue() + " of the faults at " + left.getKey());
        Stream<String> unknown = received().stream()
                .filter(request -> request.provider() == Provider.NONE)
                .map(request -> "no stand-in has the path of the request " + request.method() + " " + request.path()
                        + "; there are " + router.paths());
        return Stream.concat(unmet, unknown).toList();
    }

    /** Forgets the requests and the two counters. Merchants, tokens, faults and settings stay. */
    public void clear() {
        recorder.clear();
        privateKeys.set(0);
        issued.clearReused();
        oauth2Tokens.clearReused();
    }

    /**
     * Begins afresh with the same merchants and stand-ins: forgets the requests, the counters and the faults, and sets settings and
     * clock back. Tokens that were issued stay valid; refresh tokens of registered clients are as good as new.
     */
    public void reset() {
        clear();
        faults.clear();
        settings.reset();
        merchants.all(OAuth2Client.class).forEach(this::giveRefreshToken);
    }

    /** Begins afresh without merchants and without stand-ins that were added. Port and tokens stay. */
    public void startOver() {
        merchants.clear();
        router.clear();
        standIns.clear();
        recorder.keep();
        reset();
    }

    /** Revokes all access tokens that were issued. An API call with such a token is answered 401. */
    public void revokeAll() {
        issued.revokeAccessTokens();
        oauth2Tokens.revokeAccessTokens();
        standIns.forEach(StandIn::revokeTokens);
    }

    /** Revokes all refresh tokens that were issued. A refresh with such a token is answered 401. */
    public void revokeRefreshTokens() {
        issued.revokeRefreshTokens();
        oauth2Tokens.revokeRefreshTokens();
    }

    /** Stops listening and closes all connections, also those of requests at a gate. A second call does nothing. */
    @Override
    public void close() {
        server.close();
    }

    private List<Endpoint> endpoints() {
        OAuth2Login login = new OAuth2Login(merchants, settings, () -> uri().resolve(OAuth2TokenEndpoint.PATH));
        return List.of(
                new PaymentsGateTokens(merchants, issued, settings, privateKeys),
                new PaymentsGateRefresh(issued, settings),
                new PaymentsGateApi(issued, settings),
                new TwoCheckoutSignature(merchants, settings),
                new TwoCheckoutRestApi(merchants, settings),
                new BorderlessAuthentication(merchants, settings),
                new BorderlessApi(merchants, settings),
                new OAuth2TokenEndpoint(login, oauth2Tokens, settings),
                new OAuth2Revocation(login, oauth2Tokens),
                new OAuth2Api(oauth2Tokens, settings),
                new StaticKeyApi(merchants));
    }
}
