// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The status and the headers of an HTTP answer. What they say is not repeated, but numbers and dates are. */
record Head(int status, Map<String, String> headers) {

    private static final int LONGEST = 32 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/\\d(?:\\.\\d)? (\\d{3})\\b.*");

    /** What a server has sent is not shown. */
    @Override
    public String toString() {
        return "Head[" + status + "]";
    }

    /** Sends lines and reads the answer up to the empty line behind its headers. */
    static Head ask(Socket socket, String... lines) throws IOException {
        socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
        List<String> answer = read(socket.getInputStream()).lines().toList();
        Matcher status = STATUS.matcher(answer.isEmpty() ? "" : answer.get(0));
        if (!status.matches()) {
            throw new IOException("no HTTP");
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line : answer) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return new Head(Integer.parseInt(status.group(1)), headers);
    }

    /** Byte by byte, since what follows the headers may belong to TLS. */
    private static String read(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c >= 0 && text.length() < LONGEST; c = in.read()) {
            text.append((char) c);
            if (c == '\n'
                    && (text.toString().endsWith("\n\n") || text.toString().endsWith("\r\n\r\n"))) {
                break;
            }
        }
        return text.toString();
    }

    /** When the answer was made; empty if it does not say so, or comes from a cache. */
    Optional<Instant> date() {
        try {
            return Optional.ofNullable(headers.get("date"))
                    .filter(date -> !headers.containsKey("age"))
                    .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
