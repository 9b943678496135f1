// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The second sending of one CXF message: a copy of the message and of its exchange, which a conduit sends. */
final class CxfSending {

    private static final String PROTOCOL_HEADERS = "org.apache.cxf.message.Message.PROTOCOL_HEADERS";
    private static final String RESPONSE_CODE = "org.apache.cxf.message.Message.RESPONSE_CODE";
    private static final String ENDPOINT = "org.apache.cxf.endpoint.Endpoint";
    private static final String PROVIDERS = "org.apache.cxf.jaxrs.client.ClientProviderFactory";

    /** What the exchange has of the first sending, and of those who wait for its answer. */
    private static final List<String> OF_THE_FIRST = List.of(
            "jakarta.ws.rs.core.Response",
            "org.apache.cxf.jaxrs.client.JaxrsClientCallback",
            "org.apache.cxf.endpoint.ClientCallback");

    private final Object first;
    private final Object exchange;
    private final Object message;
    private final byte[] entity;

    /** The head of an answer, and its entity as a stream. */
    record Answer(int status, Map<String, List<String>> headers, InputStream entity) {

        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    CxfSending(Object first, Object firstExchange, SecondSending second) throws ReflectiveOperationException {
        this.first = first;
        this.entity = second.entity();
        this.exchange = made("org.apache.cxf.message.ExchangeImpl");
        this.message = made("org.apache.cxf.message.MessageImpl");
        copyExchange(firstExchange);
        copyMessage(second);
    }

    private Object made(String type) throws ReflectiveOperationException {
        return Class.forName(type, false, first.getClass().getClassLoader())
                .getConstructor()
                .newInstance();
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name, false, first.getClass().getClassLoader());
    }

    private void copyExchange(Object from) throws ReflectiveOperationException {
        Map<String, Object> copy = map(exchange);
        copy.putAll(map(from));
        OF_THE_FIRST.forEach(copy::remove);
        Reflected.call(exchange, "setSynchronous", true);
        Object bare = withoutProviders(Reflected.required(from, "getEndpoint"));
        copy.put(ENDPOINT, bare);
        Reflected.call(exchange, "put", type(ENDPOINT), bare);
    }

    /** Response filters look for their providers at the endpoint. They run for the first answer, when it has become the second. */
    private Object withoutProviders(Object endpoint) throws ReflectiveOperationException {
        Class<?> type = type(ENDPOINT);
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getName().equals("get") && arguments.length == 1 && PROVIDERS.equals(arguments[0])) {
                return null;
            }
            try {
                return method.invoke(endpoint, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        });
    }

    private void copyMessage(SecondSending second) throws ReflectiveOperationException {
        Map<String, Object> copy = map(message);
        copy.putAll(map(first));
        Reflected.call(message, "setExchange", exchange);
        Reflected.call(exchange, "setOutMessage", message);
        Reflected.call(message, "setContent", List.class, content(first, List.class));
        Reflected.call(message, "setInterceptorChain", Reflected.call(first, "getInterceptorChain"));
        Map<String, List<Object>> before = headers(map(first));
        Map<String, List<Object>> headers = sameClass(before);
        before.forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
        second.exchange(headers);
        copy.put(PROTOCOL_HEADERS, headers);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<Object>> headers(Map<String, Object> message) throws NoSuchFieldException {
        if (message.get(PROTOCOL_HEADERS) instanceof Map<?, ?> headers) {
            return (Map<String, List<Object>>) headers;
        }
        throw new NoSuchFieldException(PROTOCOL_HEADERS);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<Object>> sameClass(Map<String, List<Object>> headers)
            throws ReflectiveOperationException {
        return headers.getClass().getConstructor().newInstance();
    }

    /** Sends, and waits for the head of the answer. */
    Answer through(Object conduit) throws ReflectiveOperationException, IOException {
        Reflected.call(conduit, "prepare", message);
        OutputStream stream = (OutputStream) content(message, OutputStream.class);
        if (entity.length > 0 && stream != null) {
            stream.write(entity);
        }
        Reflected.call(conduit, "close", message);
        requireNoFailure(message);
        Object answer = Reflected.required(exchange, "getInMessage");
        requireNoFailure(answer);
        InputStream body = (InputStream) content(answer, InputStream.class);
        return new Answer(
                (int) map(answer).getOrDefault(RESPONSE_CODE, 0),
                texts(headers(map(answer))),
                body == null ? InputStream.nullInputStream() : body);
    }

    private static Map<String, List<String>> texts(Map<String, List<Object>> headers) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        headers.forEach((name, values) ->
                texts.put(name, values.stream().map(String::valueOf).toList()));
        return texts;
    }

    private static void requireNoFailure(Object message) throws ReflectiveOperationException, IOException {
        if (content(message, Exception.class) instanceof Exception failure) {
            throw new IOException(failure);
        }
    }

    private static @Nullable Object content(Object message, Class<?> type) throws ReflectiveOperationException {
        return Reflected.call(message, "getContent", type);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object messageOrExchange) throws NoSuchFieldException {
        if (messageOrExchange instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new NoSuchFieldException(messageOrExchange.getClass().getName() + " is no map");
    }
}
