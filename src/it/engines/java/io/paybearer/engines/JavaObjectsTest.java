// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import io.paybearer.spi.TokenStore;
import io.paybearer.store.Bridges;
import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectInputStream;
import java.io.ObjectOutput;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.infinispan.configuration.parsing.ParserRegistry;
import org.infinispan.manager.DefaultCacheManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who may write into the engine puts an object there. Its code must not run on a node that has the sample's settings. */
class JavaObjectsTest {

    private static final String ANY_CLASS = "<serialization marshaller="
            + "\"org.infinispan.commons.marshall.JavaSerializationMarshaller\"><allow-list><regex>.*</regex></allow-list>"
            + "</serialization>";
    private static final AtomicInteger RAN = new AtomicInteger();

    /** What the writer of an object may bring. */
    private static final List<Object> OBJECTS = List.of(new Read(), new External(), new Fields(1));

    private static final class Read implements Serializable {

        private static final long serialVersionUID = 1L;

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            RAN.incrementAndGet();
        }
    }

    /** Public, since it is made by its constructor. */
    public static final class External implements Externalizable {

        private static final long serialVersionUID = 1L;

        public External() {}

        @Override
        public void writeExternal(ObjectOutput out) {}

        @Override
        public void readExternal(ObjectInput in) {
            RAN.incrementAndGet();
        }
    }

    /** Not serialisable by Java: Hazelcast takes it field by field. */
    private record Fields(int number) {

        Fields {
            RAN.incrementAndGet();
        }
    }

    @BeforeEach
    void forget() {
        RAN.set(0);
    }

    private static HazelcastInstance hazelcast(URI file) throws IOException {
        return Hazelcast.newHazelcastInstance(Config.loadFromFile(Path.of(file).toFile()));
    }

    private static TokenStore store(HazelcastInstance member) {
        return Bridges.over(member.getMap(Engines.CACHE), Engines.CACHE);
    }

    /** An object that may not be made is an exception, or something that stands for it; neither is a text. */
    private static boolean isText(TokenStore store) {
        try {
            return !String.valueOf(store.get("name")).isEmpty();
        } catch (RuntimeException refused) {
            return false;
        }
    }

    @Test
    void hazelcast_makesNoObject_withTheSampleAlone() throws Exception {
        int port = EngineFiles.freePort();
        HazelcastInstance writer = hazelcast(EngineFiles.hazelcastWithoutFilter(port));
        HazelcastInstance open = hazelcast(EngineFiles.hazelcastWithoutFilter(port));
        HazelcastInstance filtered = hazelcast(EngineFiles.hazelcast(port));
        try {
            for (Object object : OBJECTS) {
                writer.getMap(Engines.CACHE).set("name", object);
                RAN.set(0);
                assertThat(store(open).get("name")).as("no text").isEmpty();
                assertThat(RAN).as("%s without the sample", object).hasPositiveValue();

                RAN.set(0);
                assertThat(isText(store(filtered))).isFalse();
                assertThat(RAN).as("%s with the sample", object).hasValue(0);
            }
        } finally {
            List.of(writer, open, filtered).forEach(HazelcastInstance::shutdown);
        }
    }

    private static DefaultCacheManager infinispan(String cluster, String more) throws IOException {
        String file = Files.readString(Path.of(EngineFiles.infinispan(cluster, more)));
        String open = more.isEmpty() ? file : file.replaceAll("<encoding [^>]*>", "");
        return new DefaultCacheManager(new ParserRegistry().parse(open), true);
    }

    /** Infinispan's nodes make an object when it is sent to them. */
    @Test
    void infinispan_makesAnyObject_withTheJavaMarshaller() throws Exception {
        try (DefaultCacheManager writer = infinispan("open", ANY_CLASS);
                DefaultCacheManager open = infinispan("open", ANY_CLASS)) {
            open.getCache(Engines.CACHE);
            writer.getCache(Engines.CACHE).put("name", new Read());

            assertThat(RAN).hasPositiveValue();
        }
    }

    @Test
    void infinispan_makesNoObject_withTheSample() throws Exception {
        try (DefaultCacheManager writer = infinispan("strict", ANY_CLASS);
                DefaultCacheManager strict = infinispan("strict", "")) {
            TokenStore store = Bridges.over(strict.getCache(Engines.CACHE), Engines.CACHE);
            for (Object object : OBJECTS.subList(0, 2)) {
                assertThatThrownBy(() -> writer.getCache(Engines.CACHE).put("name", object))
                        .isInstanceOf(RuntimeException.class);
                assertThat(store.get("name")).isNull();
            }

            assertThat(RAN).hasValue(0);
        }
    }
}
