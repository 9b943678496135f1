// SPDX-License-Identifier: Apache-2.0
package io.paybearer.http;

import java.lang.ref.WeakReference;
import java.net.http.HttpClient;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP client that is there while it is used, and for calls that follow soon: nobody but the calls under way holds it, so
 * that its thread and its connections end when the garbage collector next passes. Thread-safe.
 */
final class PassingHttpClient {

    private final Supplier<HttpClient.Builder> settings;
    private volatile WeakReference<@Nullable HttpClient> last = new WeakReference<>(null);

    /** A client that follows no redirects, speaks HTTP/1.1 and lends threads that are gone a second after their work. */
    PassingHttpClient(Supplier<HttpClient.Builder> settings) {
        this.settings = settings;
    }

    HttpClient get() {
        HttpClient present = last.get();
        if (present == null) {
            present = settings.get()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .executor(new ShortLivedThreads())
                    .build();
            last = new WeakReference<>(present);
        }
        return present;
    }
}
