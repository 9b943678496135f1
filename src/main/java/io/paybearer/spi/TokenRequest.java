// SPDX-License-Identifier: Apache-2.0
package io.paybearer.spi;

import io.paybearer.Secret;
import io.paybearer.origin.HeaderText;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jose4j.json.JsonUtil;

/**
 * A POST to a token endpoint. Immutable: each method that changes something returns another request. It cannot be printed.
 */
public final class TokenRequest {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final URI uri;
    private final Map<String, String> headers;
    private final String body;
    private final String uriKey;
    private final boolean once;
    private final boolean ownErrors;

    private TokenRequest(
            URI uri, Map<String, String> headers, String body, String uriKey, boolean once, boolean ownErrors) {
        this.uri = uri;
        this.headers = headers;
        this.body = body;
        this.uriKey = uriKey;
        this.once = once;
        this.ownErrors = ownErrors;
    }

    /**
     * A request with a JSON object.
     *
     * @param uri the endpoint
     * @param members the members of the object
     * @return a request that may arrive twice without harm, whose URI is named by the key {@code token-uri}
     */
    public static TokenRequest json(URI uri, Map<String, ?> members) {
        return of(uri, JSON, JsonUtil.toJson(members));
    }

    /**
     * A request with a form in UTF-8 (RFC 6749, appendix B).
     *
     * @param uri the endpoint
     * @param fields the fields of the form
     * @return a request that may arrive twice without harm, whose URI is named by the key {@code token-uri}
     */
    public static TokenRequest form(URI uri, Map<String, String> fields) {
        StringJoiner form = new StringJoiner("&");
        fields.forEach((name, value) -> form.add(formEncoded(name) + "=" + formEncoded(value)));
        return of(uri, FORM, form.toString());
    }

    private static TokenRequest of(URI uri, String contentType, String body) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Content-Type", contentType));
        headers.put("Accept", JSON);
        return new TokenRequest(uri, headers, body, "token-uri", false, false);
    }

    /**
     * A text as forms have it.
     *
     * @param text the text
     * @return the text with its characters in UTF-8 and percent-encoded, a space as {@code +}
     */
    public static String formEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * The same request with one more header, or with another value for it.
     *
     * @param name the header's name
     * @param value its value, printable ASCII
     * @return the request
     * @throws IllegalArgumentException if no header can carry the value; the message does not show it
     */
    public TokenRequest header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, HeaderText.requireValue(value, "the header " + name));
        return new TokenRequest(uri, more, body, uriKey, once, ownErrors);
    }

    /**
     * The same request with {@code Authorization: Basic …} (RFC 7617). OAuth 2.0 wants both parts {@link #formEncoded} before (RFC
     * 6749, section 2.3.1).
     *
     * @param user the user, without a colon
     * @param password the password
     * @return the request
     */
    public TokenRequest basic(String user, Secret password) {
        byte[] pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /**
     * The same request, to be sent once, whatever happens. This is for a request that uses something up, such as a refresh token.
     * Other requests are sent once more, on a new connection, if the endpoint has closed a kept connection instead of answering.
     *
     * @return the request
     */
    public TokenRequest sentOnce() {
        return new TokenRequest(uri, headers, body, uriKey, true, ownErrors);
    }

    /**
     * The same request, whose URI another key names. Messages name that key.
     *
     * @param key the leaf key, such as {@code refresh-uri}
     * @return the request
     */
    public TokenRequest uriFrom(String key) {
        return new TokenRequest(uri, headers, body, key, once, ownErrors);
    }

    /**
     * The same request, to an endpoint that has error codes of its own, as {@code {"error": "…"}} in an answer with an error status. A
     * code counts if it consists of letters, {@code _}, {@code .} and {@code -}, 64 at most, and repeats nothing of the request.
     *
     * @return the request
     */
    public TokenRequest ownErrors() {
        return new TokenRequest(uri, headers, body, uriKey, once, true);
    }

    /**
     * Where the request goes.
     *
     * @return the endpoint
     */
    public URI uri() {
        return uri;
    }

    /**
     * The headers, {@code Content-Type} and {@code Accept} among them.
     *
     * @return the headers; they cannot be changed
     */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /**
     * The body.
     *
     * @return its text, to be sent in UTF-8
     */
    public String body() {
        return body;
    }

    /**
     * The key that names the URI.
     *
     * @return the leaf key
     */
    public String uriKey() {
        return uriKey;
    }

    /**
     * Whether it must not arrive twice.
     *
     * @return false unless {@link #sentOnce()} was called
     */
    public boolean isSentOnce() {
        return once;
    }

    /**
     * Whether the endpoint has error codes of its own.
     *
     * @return false unless {@link #ownErrors()} was called
     */
    public boolean hasOwnErrors() {
        return ownErrors;
    }

    /**
     * Whether the request carries a text: a peer that repeats it says nothing of its own.
     *
     * @param text the text
     * @return whether the text stands in the body or in a header
     */
    public boolean carries(String text) {
        return body.contains(text) || headers.values().stream().anyMatch(value -> value.contains(text));
    }

    @Override
    public String toString() {
        return "TokenRequest[" + uri + "]";
    }
}
