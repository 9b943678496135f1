// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paybearer.Secret;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jose4j.json.JsonUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMembersTest {

    private static final Set<String> WANTED = Set.of("account_id", "public_key");

    private static Map<String, String> read(String json) {
        Map<String, String> read = new LinkedHashMap<>();
        JsonMembers.read(json.getBytes(UTF_8), WANTED).forEach((name, text) -> read.put(name, text.reveal()));
        return read;
    }

    /** Any object of any depth, written by a JSON library, whose texts hold every kind of character. */
    @Property
    void members_areWhatAJsonLibraryReads(
            @ForAll("objects") Map<String, Object> others, @ForAll("plain") String id, @ForAll("plain") String key) {
        Map<String, Object> object = new LinkedHashMap<>(others);
        object.put("account_id", id);
        object.put("public_key", key);
        List<String> order = new ArrayList<>(object.keySet());
        Collections.rotate(order, id.length());
        Map<String, Object> rotated = new LinkedHashMap<>();
        order.forEach(name -> rotated.put(name, object.get(name)));

        assertThat(read(JsonUtil.toJson(rotated))).isEqualTo(Map.of("account_id", id, "public_key", key));
    }

    @Property
    void anyOtherText_isRefused_orReadAsALibraryDoes(@ForAll("nearly") String text) {
        Map<String, String> read;
        try {
            read = read(text);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageMatching("it (does not hold a whole JSON object|needs one member .*)");
            return;
        }
        assertThat(read.keySet()).isEqualTo(WANTED);
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        Arbitrary<String> names = Arbitraries.strings().ofMaxLength(8).filter(name -> !WANTED.contains(name));
        return Arbitraries.maps(names, values(3)).ofMaxSize(5);
    }

    private static Arbitrary<Object> values(int depth) {
        Arbitrary<Object> texts = Arbitraries.strings().ofMaxLength(20).map(text -> text);
        Arbitrary<Object> numbers = Arbitraries.longs().map(number -> number);
        Arbitrary<Object> flags = Arbitraries.of(true, false);
        if (depth == 0) {
            return Arbitraries.oneOf(texts, numbers, flags);
        }
        Arbitrary<Object> lists = values(depth - 1).list().ofMaxSize(3).map(list -> list);
        Arbitrary<Object> maps = Arbitraries.maps(Arbitraries.of("account_id", "x", "\"", "\\"), values(depth - 1))
                .ofMaxSize(3)
                .map(map -> map);
        return Arbitraries.oneOf(texts, numbers, flags, lists, maps);
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(40);
    }

    @Provide
    Arbitrary<String> nearly() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "\"",
                        "account_id",
                        "public_key",
                        ":",
                        ",",
                        "[",
                        "]",
                        "\\",
                        "\\u",
                        "00",
                        " ",
                        "1",
                        "é")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"account_id\":\"a\",\"public_key\":\"b\"}{\"account_id\":\"c\",\"public_key\":\"d\"}",
                "{\"account_id\":\"a\",\"public_key\":\"b\"} x",
                "{}",
                "\"account_id\"",
                "{\"account_id\":\"a\",\"public_key\":\"b\"",
                "{\"account_id\":\"a\",\"public_key\":1}",
                "{\"account_id\":\"a\",\"public_key\":null}",
                "{\"account_id\":\"a\",\"public_key\":\"\"}",
                "{\"account_id\":\"a b\",\"public_key\":\"b\"}",
                "{\"account_id\":\"\\u00e9\",\"public_key\":\"b\"}",
                "{\"account_id\":\"\\uzzzz\",\"public_key\":\"b\"}",
                "{\"account_id\":\"\\x\",\"public_key\":\"b\"}",
                "{\"account_id\":\"a\",\"account_id\":\"c\",\"public_key\":\"b\"}",
                "{\"x\":{\"account_id\":\"a\"},\"public_key\":\"b\"}",
            })
    void whatIsNoObjectWithTheMembers_isRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void byteOrderMark_isPassedOver() {
        assertThat(read("\uFEFF {\"public_key\" : \"b\" ,\n\"account_id\":\"\\u0061\\/\"}\r\n"))
                .isEqualTo(Map.of("account_id", "a/", "public_key", "b"));
    }

    @Test
    void whatWasRead_isOverwritten() {
        byte[] good = "{\"private_key\":\"p\",\"account_id\":\"a\",\"public_key\":\"b\"}".getBytes(UTF_8);
        byte[] bad = "{\"private_key\":\"p\"".getBytes(UTF_8);

        Map<String, Secret> read = JsonMembers.read(good, WANTED);

        assertThat(read).containsOnlyKeys(WANTED);
        assertThatThrownBy(() -> JsonMembers.read(bad, WANTED)).isInstanceOf(IllegalArgumentException.class);
        assertThat(List.of(good, bad)).allSatisfy(bytes -> assertThat(bytes).containsOnly(0));
    }
}
