// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import io.paybearer.Secret;
import io.paybearer.config.AccountConfig;
import io.paybearer.http.ProxySettings;
import io.paybearer.origin.Origin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;

/** One look at an endpoint, step by step as a call goes: proxy, name, connection, TLS, clock. A step that fails is the last one. */
final class Probe {

    /** Days in which a certificate is renewed by somebody who is told now. */
    private static final long SOON = 14;

    private final String account;
    private final Origin origin;
    private final Route route;
    private final Surroundings surroundings;
    private final Optional<InetSocketAddress> proxy;

    Probe(AccountConfig account, Origin origin, Route route, Surroundings surroundings) {
        this.account = account.name();
        this.origin = origin;
        this.route = route;
        this.surroundings = surroundings;
        this.proxy = route.settings().proxyTo(URI.create(origin.toString()));
    }

    /** The last step, since it failed. */
    private static final class Stopped extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Finding finding;

        Stopped(Finding finding) {
            this.finding = finding;
        }
    }

    private Stopped stopped(String subject, String text) {
        return new Stopped(Finding.failed(account, subject, text, ExitCode.UNAVAILABLE));
    }

    void look(Consumer<Finding> found) {
        found.accept(proxied());
        try {
            InetAddress address = resolved(found);
            try (Socket raw = connected(address, found)) {
                Socket socket = origin.scheme().equals("https") ? secured(raw, address, found) : raw;
                found.accept(new ClockCheck(account, origin, surroundings.clock()).against(() -> asked(socket)));
            }
        } catch (Stopped step) {
            found.accept(step.finding);
        } catch (IOException whileClosing) {
            // everything was said before
        }
    }

    private Finding proxied() {
        String what = "the way to " + origin;
        if (proxy.isPresent()) {
            return Finding.ok(account, "proxy", what + " is through " + text(proxy.get()));
        }
        Optional<String> ignored = Stream.of("https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY")
                .filter(name -> surroundings.variable(name).isPresent() && !origin.loopback())
                .findFirst();
        return ignored.isEmpty()
                ? Finding.ok(account, "proxy", what + " is direct")
                : Finding.warning(
                        account,
                        "proxy",
                        ignored.get() + " is set, but Java does not read it, and " + what + " is direct; "
                                + route.proxyAdvice());
    }

    private InetAddress resolved(Consumer<Finding> found) throws Stopped {
        String host = proxy.map(InetSocketAddress::getHostString).orElseGet(this::host);
        try {
            InetAddress[] addresses = InetAddress.getAllByName(host);
            List<String> texts =
                    Stream.of(addresses).map(InetAddress::getHostAddress).toList();
            found.accept(Finding.ok(account, "name", host + " is " + String.join(", ", texts)));
            return addresses[0];
        } catch (UnknownHostException e) {
            String key = proxy.isPresent() ? route.proxyKey() : "the URI";
            throw stopped(
                    "name",
                    host + " has no address; check " + key + ", the name server and the search list of this machine");
        }
    }

    private String host() {
        return origin.host().replaceAll("[\\[\\]]", "");
    }

    private Socket connected(InetAddress address, Consumer<Finding> found) throws Stopped {
        int port = proxy.map(InetSocketAddress::getPort).orElse(origin.port());
        InetSocketAddress place = new InetSocketAddress(address, port);
        long start = System.nanoTime();
        try {
            Socket socket = opened(place);
            long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
            found.accept(Finding.ok(account, "connection", text(place) + " accepted it after " + took + " ms"));
            return socket;
        } catch (IOException e) {
            String whose = proxy.isPresent() ? "the proxy of " + route.proxyKey() : "the endpoint";
            throw stopped(
                    "connection",
                    text(place) + " does not accept it (" + e.getClass().getSimpleName()
                            + "); check the port, the firewall, and whether " + whose + " runs");
        }
    }

    private Socket opened(InetSocketAddress place) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(place, millis(route.settings().connectTimeout()));
            socket.setSoTimeout(millis(route.settings().readTimeout()));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private Socket secured(Socket raw, InetAddress address, Consumer<Finding> found) throws Stopped {
        tunnel(raw);
        Handshake handshake = new Handshake(host(), origin.port());
        try {
            SSLSocket socket = handshake.trusting(raw, route.settings().tls());
            List<X509Certificate> chain = Handshake.chain(socket);
            found.accept(inTime(chain, trusted(socket, chain)).with(members(chain)));
            return socket;
        } catch (IOException e) {
            List<X509Certificate> shown = shown(address, handshake);
            throw stopped("TLS", Handshake.reason(e, shown, surroundings.clock().instant()) + distrusted(shown));
        }
    }

    /** A certificate that is itself in the trust store is accepted even when its time is over. */
    private Finding inTime(List<X509Certificate> chain, String text) {
        Instant end = chain.get(0).getNotAfter().toInstant();
        long days = Duration.between(surroundings.clock().instant(), end).toDays();
        return days >= SOON
                ? Finding.ok(account, "TLS", text)
                : Finding.warning(
                        account, "TLS", "the certificate ends in " + days + " days, have it renewed: " + text);
    }

    private String trusted(SSLSocket socket, List<X509Certificate> chain) {
        String anchor = route.trust()
                .anchor(chain)
                .map(root -> "; " + route.trust().name() + " trusts " + CertificateText.subject(root))
                .orElse("");
        return socket.getSession().getProtocol() + " with " + CertificateText.of(chain.get(0)) + anchor;
    }

    private String distrusted(List<X509Certificate> chain) {
        String shown = chain.isEmpty() ? "" : ": " + CertificateText.of(chain.get(0));
        return shown + "; " + route.trust().text() + "; check the URI and the clock, or "
                + route.trust().remedy();
    }

    private static Map<String, Object> members(List<X509Certificate> chain) {
        return Map.of("chain", chain.stream().map(CertificateText::members).toList());
    }

    /** The certificates of an endpoint that the account does not trust. */
    private List<X509Certificate> shown(InetAddress address, Handshake handshake) throws Stopped {
        int port = proxy.map(InetSocketAddress::getPort).orElse(origin.port());
        try (Socket again = opened(new InetSocketAddress(address, port))) {
            tunnel(again);
            return handshake.shown(again);
        } catch (IOException none) {
            return List.of();
        }
    }

    private void tunnel(Socket raw) throws Stopped {
        if (proxy.isEmpty()) {
            return;
        }
        String place = origin.host() + ":" + origin.port();
        List<String> lines = new ArrayList<>(List.of("CONNECT " + place + " HTTP/1.1", "Host: " + place));
        login().ifPresent(login -> lines.add("Proxy-Authorization: " + login));
        String advice = "; check " + route.proxyKey() + ", " + route.proxyLogin() + " and what the proxy allows";
        try {
            Head answer = Head.ask(raw, lines.toArray(String[]::new));
            if (answer.status() / 100 != 2) {
                throw stopped("proxy", text(proxy.get()) + " answers " + answer.status() + advice);
            }
        } catch (IOException e) {
            throw stopped("proxy", text(proxy.get()) + " does not answer as a proxy for HTTP" + advice);
        }
    }

    private Optional<String> login() {
        return route.settings().proxy().flatMap(ProxySettings::authorization).map(Secret::reveal);
    }

    private Optional<Instant> asked(Socket socket) throws IOException {
        boolean whole = proxy.isPresent() && origin.scheme().equals("http");
        List<String> lines = new ArrayList<>(List.of(
                "HEAD " + (whole ? origin.toString() : "") + "/ HTTP/1.1",
                "Host: " + origin.toString().replaceFirst("^\\w+://", ""),
                "User-Agent: paybearer-doctor",
                "Connection: close"));
        if (whole) {
            login().ifPresent(login -> lines.add("Proxy-Authorization: " + login));
        }
        return Head.ask(socket, lines.toArray(String[]::new)).date();
    }

    private static String text(InetSocketAddress place) {
        return place.getHostString() + ":" + place.getPort();
    }

    private static int millis(Duration limit) {
        return (int) Math.min(limit.toMillis(), Integer.MAX_VALUE);
    }
}
