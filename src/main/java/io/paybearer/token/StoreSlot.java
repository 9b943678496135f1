// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import io.paybearer.Secret;
import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * One credential's entry in a store: the text {@code 1|<nonce>|<sealed record>}. The nonce names the node that is renewing the
 * token, and is empty while no node does; the record is the token, and is empty before the first token. An entry of any other
 * form counts as absent.
 *
 * <p>A node takes the lease before it renews the token: it writes its nonce. Each step is a compare-and-set on the very text
 * that was read. So a node whose lease has been taken over can neither publish a token nor give the lease back.
 */
final class StoreSlot {

    private static final String VERSION = "1";
    private static final int PARTS = 3;
    private static final long RECORD_VERSION = 1;

    private static final String NO_TOKEN = "{\"v\":" + RECORD_VERSION + "}";

    /** Two tokens from an answer of 64 KiB, sealed, and room to spare. A longer text is no entry of a node. */
    private static final int LONGEST_ENTRY = 128 * 1024;

    /** A store that is slower than this is asked for no other name. */
    private static final Duration SLOW = Duration.ofSeconds(1);

    private final TokenStore store;
    private final TokenSealer sealer;
    private final String credential;
    private final TokenDating dating;

    /**
     * A credential's entry.
     *
     * @param credential the fingerprint of the credential
     */
    StoreSlot(TokenStore store, TokenSealer sealer, String credential, TokenDating dating) {
        this.store = store;
        this.sealer = sealer;
        this.credential = credential;
        this.dating = dating;
    }

    /** The store did not do what it was asked; nobody knows whether it still will. */
    static final class Outage extends Exception {

        private static final long serialVersionUID = 1L;

        Outage(@Nullable RuntimeException cause) {
            super(cause);
        }
    }

    /**
     * The entry at one moment.
     *
     * @param name the entry's name in the store
     * @param raw the whole text; null if there is none
     * @param nonce who holds the lease; empty if nobody does
     * @param sealed the sealed record
     * @param token the token in the record; null if there is none, or none that can be used
     */
    record Seen(
            String name,
            @Nullable String raw,
            String nonce,
            String sealed,
            @Nullable HeldToken token) {

        boolean leased() {
            return !nonce.isEmpty();
        }

        /** Whether a node has left a record, which need not hold a token. */
        boolean recorded() {
            return !sealed.isEmpty();
        }

        @Override
        public String toString() {
            return leased() ? "Seen[leased]" : "Seen[free]";
        }
    }

    /**
     * Reads the entry, under whichever of its names it has. If it holds the very token that the caller holds, the caller's
     * object is returned; it is marked as spent if the stored refresh token is gone.
     */
    Seen read(@Nullable HeldToken held) throws Outage {
        List<String> names = asked(() -> sealer.names(credential));
        long begin = dating.time().monotonicNanos();
        for (String name : names) {
            String raw = asked(() -> store.get(name));
            if (raw != null) {
                return seen(name, raw, held);
            }
            if (dating.time().monotonicNanos() - begin > SLOW.toNanos()) {
                break;
            }
        }
        return new Seen(names.get(0), null, "", "", null);
    }

    private Seen seen(String name, String raw, @Nullable HeldToken held) throws Outage {
        String[] parts = raw.length() > LONGEST_ENTRY ? new String[0] : raw.split("\\|", PARTS);
        if (parts.length != PARTS || !parts[0].equals(VERSION)) {
            return new Seen(name, raw, "", "", null);
        }
        HeldToken stored =
                asked(() -> sealer.open(name, parts[2])).flatMap(this::decoded).orElse(null);
        return new Seen(name, raw, parts[1], parts[2], stored == null || held == null ? stored : same(stored, held));
    }

    private static HeldToken same(HeldToken stored, HeldToken held) {
        if (!stored.accessToken().equals(held.accessToken())) {
            return stored;
        }
        if (!stored.refreshable()) {
            held.refreshSpent(true);
        }
        return held;
    }

    /** Takes the lease, from its holder too; null if another node was faster. */
    @Nullable Seen lease(Seen seen) throws Outage {
        String nonce = UUID.randomUUID().toString();
        String text = text(nonce, seen.sealed());
        return written(seen, text) ? new Seen(seen.name(), text, nonce, seen.sealed(), seen.token()) : null;
    }

    /** Ends the lease with this token as the record; false if the lease has been taken over. */
    boolean publish(Seen mine, HeldToken token) throws Outage {
        return written(mine, text("", asked(() -> sealer.seal(mine.name(), encoded(token)))));
    }

    /**
     * Ends the lease without a new token; false if the lease has been taken over. The record stays as it is, unless its refresh
     * token may have been used up meanwhile: that is taken out, so that no other node finds it.
     */
    boolean giveBack(Seen mine) throws Outage {
        HeldToken token = mine.token();
        if (token != null && token.refreshSpent()) {
            return publish(mine, token);
        }
        return written(mine, text("", mine.sealed()));
    }

    /**
     * Ends the lease with a record that holds no token: the credential may have been used up, and no token has come of it. False if
     * the lease has been taken over.
     */
    boolean bury(Seen mine) throws Outage {
        return written(mine, text("", asked(() -> sealer.seal(mine.name(), NO_TOKEN))));
    }

    private static String text(String nonce, String sealed) {
        return VERSION + "|" + nonce + "|" + sealed;
    }

    private boolean written(Seen seen, String next) throws Outage {
        String name = seen.name();
        String raw = seen.raw();
        return asked(() -> raw == null ? store.putIfAbsent(name, next) : store.replace(name, raw, next));
    }

    private static <T extends @Nullable Object> T asked(Supplier<T> operation) throws Outage {
        try {
            return operation.get();
        } catch (RuntimeException e) {
            throw new Outage(e);
        }
    }

    /** The record of a token. It has the refresh token only if that certainly has not been used up. */
    static String encoded(HeldToken token) {
        Map<String, Object> json = new HashMap<>();
        json.put("v", RECORD_VERSION);
        json.put("t", token.issued().accessToken().reveal());
        Secret refreshToken = token.issued().refreshToken();
        if (refreshToken != null && token.refreshable()) {
            json.put("r", refreshToken.reveal());
        }
        json.put("i", token.sentMillis());
        json.put("l", token.issued().lifetime().toMillis());
        if (!token.issued().scheme().equals(IssuedToken.BEARER)) {
            json.put("s", token.issued().scheme());
        }
        return JsonUtil.toJson(json);
    }

    /** The token of a record; empty if the record cannot be read, or the token cannot be used. */
    private Optional<HeldToken> decoded(String record) {
        try {
            Map<String, Object> json = JsonUtil.parseJson(record);
            if (Long.valueOf(RECORD_VERSION).equals(json.get("v"))
                    && json.get("t") instanceof String access
                    && json.get("l") instanceof Long lifetime
                    && json.get("i") instanceof Long sent) {
                Secret refreshToken = json.get("r") instanceof String refresh ? Secret.of(refresh) : null;
                String scheme = json.get("s") instanceof String other ? other : IssuedToken.BEARER;
                Duration life = Duration.ofMillis(lifetime);
                IssuedToken token = new IssuedToken(Secret.of(access), refreshToken, life, scheme);
                return dating.adopted(token, sent);
            }
            return Optional.empty();
        } catch (JoseException | IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }
}
