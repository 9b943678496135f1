// SPDX-License-Identifier: Apache-2.0
package io.paybearer.token;

import io.paybearer.Secret;
import io.paybearer.spi.IssuedToken;
import io.paybearer.spi.TokenIssuer;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A provider that many nodes ask, whose refresh tokens work once. */
final class RotatingProvider implements TokenIssuer {

    /** What becomes of the next requests. */
    enum Mode {
        WELL,
        DOWN,
        /** It acts, and the answer is lost. */
        MUTE,
        /** The node that asks dies before the request is sent. */
        KILLS_BEFORE,
        /** The node that asks dies before it has the answer. */
        KILLS_AFTER
    }

    /** The end of a node: nothing of it runs any more. */
    static final class Killed extends Error {}

    /** The refresh token that is configured where nobody can log in. */
    private static final String SEED = "r0";

    private final boolean seeded;
    private final Set<String> spent = new HashSet<>();
    private Mode mode = Mode.WELL;
    private int issued;
    private int reused;

    private RotatingProvider(boolean seeded) {
        this.seeded = seeded;
    }

    /** Each node can log in. */
    static RotatingProvider withLogin() {
        return new RotatingProvider(false);
    }

    /** Each node knows the first refresh token, and nobody can log in. */
    static RotatingProvider withSeed() {
        return new RotatingProvider(true);
    }

    void mode(Mode next) {
        mode = next;
    }

    /** How many refresh tokens were sent that had been spent. */
    int reused() {
        return reused;
    }

    @Override
    public List<String> credential() {
        return List.of("account");
    }

    @Override
    public boolean rotating() {
        return seeded;
    }

    @Override
    public IssuedToken issue() throws TokenRequestException {
        return seeded ? spending(SEED) : answered(false);
    }

    @Override
    public IssuedToken refresh(IssuedToken previous) throws TokenRequestException {
        return spending(previous.refreshToken().reveal());
    }

    private IssuedToken spending(String token) throws TokenRequestException {
        if (mode != Mode.DOWN && mode != Mode.KILLS_BEFORE && !spent.add(token)) {
            reused++;
            return answered(true);
        }
        return answered(false);
    }

    private IssuedToken answered(boolean refused) throws TokenRequestException {
        switch (mode) {
            case DOWN -> throw new TokenRequestException(Kind.UNAVAILABLE, "down", null);
            case KILLS_BEFORE, KILLS_AFTER -> throw new Killed();
            case MUTE -> throw new TokenRequestException(Kind.OUTCOME_UNKNOWN, "no answer", null);
            default -> {
                if (refused) {
                    throw new TokenRequestException(Kind.REFUSED, "spent", null);
                }
            }
        }
        issued++;
        return new IssuedToken(Secret.of("t" + issued), Secret.of("r" + issued), Duration.ofHours(1));
    }
}
