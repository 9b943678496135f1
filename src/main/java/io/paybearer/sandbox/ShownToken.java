// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be said of a credential that a request carries, without the credential.
 *
 * @param places the headers or parameters in which it came
 * @param kind {@code jwt}, {@code login}, {@code basic} or {@code opaque}
 * @param parts of a JWT, {@code header} and {@code claims} as they may be shown; of a login, {@code claims}
 * @param end when it expires; empty if that is not known
 */
record ShownToken(List<String> places, String kind, Map<String, Map<String, Object>> parts, Optional<Instant> end) {

    Map<String, Object> members(Instant now) {
        Map<String, Object> members = new LinkedHashMap<>(parts);
        members.put("places", places);
        members.put("kind", kind);
        end.ifPresent(instant -> {
            members.put("expiresAt", instant.toString());
            members.put("remainingSeconds", Duration.between(now, instant).toSeconds());
        });
        return members;
    }

    @Override
    public String toString() {
        return "ShownToken";
    }
}
