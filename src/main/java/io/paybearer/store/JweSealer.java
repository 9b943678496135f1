// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import io.paybearer.Secret;
import io.paybearer.token.TokenSealer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Seals records as compact JWE (RFC 7516) with {@code dir} and {@code A256GCM}. A record in any other algorithm does not
 * open.
 *
 * <p>The header names the sealing key in {@code kid} and the name of the record's entry in {@code b}. A record that
 * somebody has moved to another entry does not open there. Thread-safe.
 */
public final class JweSealer implements TokenSealer {

    private static final String PLACE = "b";
    private static final AlgorithmConstraints DIRECT =
            new AlgorithmConstraints(ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.DIRECT);
    private static final AlgorithmConstraints A256GCM =
            new AlgorithmConstraints(ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);

    private final Supplier<Map<String, Secret>> keys;

    /**
     * A sealer.
     *
     * @param keys the keys by name, each the Base64 of 32 bytes. The first key seals and names, every key opens. They are asked for at
     *     each use, so that a changed file takes effect
     */
    public JweSealer(Supplier<Map<String, Secret>> keys) {
        this.keys = keys;
    }

    /** A name under each key. The first key names new entries; the names under the others are those before a rotation. */
    @Override
    public List<String> names(String credential) {
        return keys.get().values().stream()
                .map(key -> EntryNames.name(key, credential))
                .toList();
    }

    @Override
    public String seal(String name, String record) {
        Map.Entry<String, Secret> first = keys.get().entrySet().iterator().next();
        JsonWebEncryption jwe = jwe(first.getValue());
        jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
        jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
        jwe.setKeyIdHeaderValue(first.getKey());
        jwe.setHeader(PLACE, name);
        jwe.setPayload(record);
        try {
            return jwe.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    @Override
    public Optional<String> open(String name, String sealed) {
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonWebEncryption jwe = new JsonWebEncryption();
            jwe.setCompactSerialization(sealed);
            @Nullable Secret known = keys.get().get(String.valueOf(jwe.getKeyIdHeaderValue()));
            if (known == null || !name.equals(jwe.getHeader(PLACE))) {
                return Optional.empty();
            }
            JsonWebEncryption opened = jwe(known);
            opened.setCompactSerialization(sealed);
            return Optional.of(opened.getPayload());
        } catch (JoseException | RuntimeException garbled) {
            return Optional.empty();
        }
    }

    private static JsonWebEncryption jwe(Secret key) {
        JsonWebEncryption jwe = new JsonWebEncryption();
        jwe.setAlgorithmConstraints(DIRECT);
        jwe.setContentEncryptionAlgorithmConstraints(A256GCM);
        jwe.setKey(new SecretKeySpec(Base64.getDecoder().decode(key.reveal()), "AES"));
        return jwe;
    }
}
