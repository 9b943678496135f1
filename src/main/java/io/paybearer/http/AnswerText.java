// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import io.paybearer.spi.EndpointAnswer;
import io.paybearer.spi.TokenRequestException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Reads the text of an answer. The headers of an answer are words of the other side, so messages name only what is in a fixed
 * list.
 */
final class AnswerText {

    private static final Set<String> TYPES = Set.of(
            "application/json",
            "application/problem+json",
            "application/jwt",
            "application/jose",
            "application/xml",
            "application/xhtml+xml",
            "application/octet-stream",
            "application/x-www-form-urlencoded",
            "text/html",
            "text/plain",
            "text/xml",
            "text/json");

    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
    private static final Set<String> OTHER_CODINGS = Set.of("deflate", "compress", "x-compress", "br", "zstd");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final EndpointAnswer unread;
    private final String summary;
    private final int longest;

    /**
     * Reads answers to one call.
     *
     * @param call which request was answered
     * @param head the answer's head
     * @param longest how many bytes the body may have, once it is decoded
     */
    AnswerText(String call, HttpResponse<?> head, int longest) {
        this.summary = call + " answered " + head.statusCode() + " " + type(head.headers());
        this.unread = new EndpointAnswer(summary, "");
        this.longest = longest;
    }

    private static String type(HttpHeaders headers) {
        return headers.firstValue("Content-Type")
                .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .map(type -> TYPES.contains(type) ? "with " + type : "with an unknown content type")
                .orElse("without a content type");
    }

    /**
     * The answer that the body makes.
     *
     * @throws TokenRequestException if it has no text
     */
    EndpointAnswer read(BoundedBody body, HttpHeaders headers) throws TokenRequestException {
        byte[] bytes = decoded(whole(body), headers);
        String text = new String(bytes, StandardCharsets.UTF_8);
        String bare = (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).strip();
        if (bare.isEmpty()) {
            throw unread.unusable("it has no body");
        }
        return new EndpointAnswer(summary, bare);
    }

    private byte[] whole(BoundedBody body) throws TokenRequestException {
        return switch (body.ending()) {
            case WHOLE -> body.bytes();
            case TOO_LONG -> throw tooLong();
            case BROKEN_OFF -> throw unread.unusable("its body broke off");
        };
    }

    private TokenRequestException tooLong() {
        return unread.unusable("its body is longer than " + longest + " bytes");
    }

    private byte[] decoded(byte[] bytes, HttpHeaders headers) throws TokenRequestException {
        String coding =
                String.join(",", headers.allValues("Content-Encoding")).strip().toLowerCase(Locale.ROOT);
        if (coding.isEmpty() || coding.equals("identity")) {
            return bytes;
        }
        if (GZIP.contains(coding)) {
            return unzipped(bytes);
        }
        String name = OTHER_CODINGS.contains(coding) ? coding : "unknown";
        throw unread.unusable("its Content-Encoding is " + name + "; no encoding was asked for");
    }

    /** However much the body would grow, no more than the limit and one byte is unpacked. */
    private byte[] unzipped(byte[] bytes) throws TokenRequestException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] unzipped = in.readNBytes(longest + 1);
            if (unzipped.length > longest) {
                throw tooLong();
            }
            return unzipped;
        } catch (IOException broken) {
            throw unread.unusable("its gzip encoding is broken");
        }
    }
}
