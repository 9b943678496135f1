// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application that has neither JCache nor Jedis misses nothing but those two stores. */
class AbsentClientsTest {

    private static final Pattern CLIENTS =
            Pattern.compile(".*(cache-api|jedis|infinispan|hazelcast|redisson|ehcache)[^/\\\\]*\\.jar");

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private URLClassLoader poor;

    @BeforeEach
    void leaveOut() throws Exception {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        URL[] rest = Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> !CLIENTS.matcher(entry).matches())
                .map(AbsentClientsTest::url)
                .toArray(URL[]::new);
        poor = new URLClassLoader(rest, ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(poor);
    }

    @AfterEach
    void restore() throws Exception {
        Thread.currentThread().setContextClassLoader(before);
        poor.close();
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private String outcome(String store) throws Exception {
        Method method = Class.forName(WithStore.class.getName(), true, poor).getDeclaredMethod("outcome", String.class);
        method.setAccessible(true);
        return (String) method.invoke(null, store);
    }

    @Test
    void clients_areAbsentHere() {
        assertThatThrownBy(() -> poor.loadClass("javax.cache.Caching")).isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> poor.loadClass("redis.clients.jedis.Jedis"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void memoryAndMap_doWithout() throws Exception {
        assertThat(outcome("memory")).isEqualTo("a token");
        assertThat(outcome("map")).isEqualTo("a token, shared");
    }

    @Test
    void storesThatNeedThem_sayWhatIsMissing() throws Exception {
        assertThat(outcome("redis"))
                .contains("paybearer.store: it needs redis.clients:jedis, which this application does not have");
        assertThat(outcome("jcache"))
                .contains("paybearer.store: it needs javax.cache:cache-api and an engine that implements it,");
    }

    @Test
    void everyStore_worksWhereTheyAre() {
        Thread.currentThread().setContextClassLoader(before);

        assertThat(WithStore.outcome("map")).isEqualTo("a token, shared");
        assertThat(WithStore.outcome("jcache")).isEqualTo("a token, shared");
    }
}
