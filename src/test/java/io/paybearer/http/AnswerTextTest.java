// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.http.RawEndpoint.Reply;
import io.paybearer.http.RawEndpoint.Then;
import io.paybearer.spi.EndpointAnswer;
import io.paybearer.spi.TokenRequestException;
import io.paybearer.spi.TokenRequestException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the text of an answer is read, and how a message speaks of an answer that cannot be read. */
class AnswerTextTest {

    private static final String JSON = "Content-Type: application/json\r\n";
    private static final byte[] TOKEN = RawEndpoint.TOKEN.getBytes(StandardCharsets.UTF_8);

    private static byte[] answer(String headers, byte[] body) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        String head = "HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n";
        answer.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        answer.writeBytes(body);
        return answer.toByteArray();
    }

    private static String read(String headers, byte[] body) throws Exception {
        try (RawEndpoint endpoint = RawEndpoint.start(request -> new Reply(answer(headers, body), Then.CLOSE))) {
            return Endpoints.login(Endpoints.plain(), endpoint.uri()).body();
        }
    }

    /** The failure's message behind {@code POST …/auth/token answered}. */
    /** The JDK's client may notice that the connection is closed before it hands over the head of the answer. */
    private static final String TOO_EARLY = "gave no usable answer: the connection broke, IOException";

    private static String complaint(byte[] answer) throws IOException {
        try (RawEndpoint endpoint = RawEndpoint.start(request -> new Reply(answer, Then.CLOSE))) {
            TokenRequestException failure = Endpoints.failure(Endpoints.plain(), endpoint.uri());
            String begin = "POST " + endpoint.uri() + " answered ";
            assertThat(failure.kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
            assertThat(failure).hasMessageStartingWith(begin).hasNoCause();
            return String.valueOf(failure.getMessage()).substring(begin.length());
        }
    }

    private static String brokenOff(byte[] answer) throws IOException {
        try (RawEndpoint endpoint = RawEndpoint.start(request -> new Reply(answer, Then.CLOSE))) {
            TokenRequestException failure = Endpoints.failure(Endpoints.plain(), endpoint.uri());
            assertThat(failure.kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
            return String.valueOf(failure.getMessage()).substring(("POST " + endpoint.uri() + " ").length());
        }
    }

    private static byte[] gzip(byte[] text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text);
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip", " gzip "})
    void gzip_unasked_isUnpacked(String coding) throws Exception {
        assertThat(read(JSON + "Content-Encoding: " + coding + "\r\n", gzip(TOKEN)))
                .isEqualTo(RawEndpoint.TOKEN);
    }

    @Test
    void noEncoding_isNone() throws Exception {
        assertThat(read(JSON + "Content-Encoding: identity\r\n", TOKEN)).isEqualTo(RawEndpoint.TOKEN);
        assertThat(read(JSON + "Content-Encoding: \r\n", TOKEN)).isEqualTo(RawEndpoint.TOKEN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            deflate      | deflate
            br           | br
            zstd         | zstd
            compress     | compress
            gzip, br     | unknown
            gzip, gzip   | unknown
            CANARY       | unknown
            """)
    void otherEncoding_isNamed_ifItIsAKnownOne(String coding, String named) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed)) {
            out.write(TOKEN);
        }

        assertThat(complaint(answer(JSON + "Content-Encoding: " + coding + "\r\n", packed.toByteArray())))
                .isEqualTo("200 with application/json, but its Content-Encoding is " + named
                        + "; no encoding was asked for");
    }

    @Test
    void brokenGzip_isSaidToBe() throws Exception {
        byte[] whole = gzip(TOKEN);
        String expected = "200 with application/json, but its gzip encoding is broken";
        String headers = JSON + "Content-Encoding: gzip\r\n";

        assertThat(complaint(answer(headers, Arrays.copyOf(whole, whole.length / 2))))
                .isEqualTo(expected);
        assertThat(complaint(answer(headers, TOKEN))).isEqualTo(expected);
        assertThat(complaint(answer(headers, new byte[0]))).isEqualTo(expected);
    }

    /** 60 kB that unpack to 60 MB. */
    @Test
    void gzip_thatGrows_isUnpackedUpToTheLimit() throws Exception {
        byte[] bomb = gzip(new byte[60_000_000]);
        assertThat(bomb).hasSizeLessThan(64 * 1024);

        assertThat(complaint(answer(JSON + "Content-Encoding: gzip\r\n", bomb)))
                .isEqualTo("200 with application/json, but its body is longer than 65536 bytes");
    }

    @Test
    void lengthLimit_isExact() throws Exception {
        byte[] longest = new byte[65536];
        Arrays.fill(longest, (byte) 'x');
        assertThat(read(JSON, longest)).hasSize(65536);
        assertThat(read(JSON + "Content-Encoding: gzip\r\n", gzip(longest))).hasSize(65536);

        assertThat(complaint(answer(JSON, new byte[65537])))
                .isEqualTo("200 with application/json, but its body is longer than 65536 bytes");
        assertThat(complaint(answer(JSON + "Content-Encoding: gzip\r\n", gzip(new byte[65537]))))
                .isEqualTo("200 with application/json, but its body is longer than 65536 bytes");
    }

    @Test
    void byteOrderMark_isTakenOff_once() throws Exception {
        assertThat(read(JSON, ("\uFEFF" + RawEndpoint.TOKEN).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(RawEndpoint.TOKEN);
        assertThat(read(JSON, ("\uFEFF \r\n" + RawEndpoint.TOKEN + "\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(RawEndpoint.TOKEN);
        assertThat(read(JSON, ("\uFEFF\uFEFF" + RawEndpoint.TOKEN).getBytes(StandardCharsets.UTF_8)))
                .startsWith("\uFEFF");
    }

    @Test
    void emptyBody_isSaidToBe() throws Exception {
        for (String body : new String[] {"", "  \r\n", "\uFEFF"}) {
            assertThat(complaint(answer(JSON, body.getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo("200 with application/json, but it has no body");
        }
        assertThat(complaint("HTTP/1.1 204 No\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("204 without a content type, but it has no body");
    }

    @Test
    void bodyThatBreaksOff_isSaidTo() throws Exception {
        byte[] cut = Arrays.copyOf(answer(JSON, TOKEN), answer(JSON, TOKEN).length - 1);
        String chunked = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nCAN";

        assertThat(brokenOff(cut)).isIn("answered 200 with application/json, but its body broke off", TOO_EARLY);
        assertThat(brokenOff(chunked.getBytes(StandardCharsets.ISO_8859_1)))
                .isIn("answered 200 with text/html, but its body broke off", TOO_EARLY);
    }

    /** The type is what the endpoint writes, so only types of a fixed list are repeated. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html; charset=utf-8   | with text/html
            TEXT/HTML                  | with text/html
            application/problem+json   | with application/problem+json
            application/CANARY         | with an unknown content type
            CANARY                     | with an unknown content type
            text/html CANARY           | with an unknown content type
            """)
    void contentType_isNamed_ifItIsAKnownOne(String type, String named) throws Exception {
        assertThat(complaint(answer("Content-Type: " + type + "\r\n", new byte[0])))
                .isEqualTo("200 " + named + ", but it has no body");
    }

    @Test
    void answer_cannotBePrinted() {
        EndpointAnswer answer = new EndpointAnswer("POST x answered 200", "CANARY");

        assertThat(answer).asString().doesNotContain("CANARY");
        assertThat(answer.unusable("it is none")).hasMessage("POST x answered 200, but it is none");
    }
}
