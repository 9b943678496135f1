package io.paybearer.client;

import io.paybearer.wiring.Account;
import io.paybearer.wiring.Credential;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The headers that carry a token: set once, renewed when a request is sent again, never put over the application's own.
 *
 * <p>What was put on a request is kept as a property of it. So a second filter on the same client changes nothing, a request
 * that is sent again carries the token of that moment, and nobody has to ask later which token it was.
 */
final class CredentialHeaders {

    /** The {@link Credential} that the request carries. */
    static final String CREDENTIAL = "io.paybearer.credential";

    private CredentialHeaders() {}

    static void apply(ClientRequestContext request, Account account) {
        MultivaluedMap<String, Object> headers = request.getHeaders();
        if (request.getProperty(CREDENTIAL) instanceof Credential before) {
            takeOff(headers, before);
        }
        Credential credential = putOn(headers, account);
        if (credential != null) {
            request.setProperty(CREDENTIAL, credential);
        }
    }

    private static void takeOff(MultivaluedMap<String, Object> headers, Credential before) {
        for (int i = 0; i < before.headers(); i++) {
            List<Object> values = headers.get(before.name(i));
            if (values != null && values.size() == 1 && before.value(i).equals(values.get(0))) {
                headers.remove(before.name(i));
            }
        }
    }

    /** What was put on; null, and no token is looked up, if the application has set all the headers itself. */
    private static @Nullable Credential putOn(MultivaluedMap<String, Object> headers, Account account) {
        List<String> names = account.config().tokenHeaders();
        Credential credential = null;
        for (int i = 0; i < names.size(); i++) {
            if (absent(headers, names.get(i))) {
                credential = credential == null ? account.credential() : credential;
                headers.putSingle(names.get(i), credential.value(i));
            }
        }
        return credential;
    }

    private static boolean absent(MultivaluedMap<String, Object> headers, String name) {
        List<Object> values = headers.get(name);
        return values == null || values.isEmpty();
    }
}
