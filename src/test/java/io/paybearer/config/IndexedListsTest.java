// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.origin.BaseUri;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists with one key for each item, which is what YAML lists become. */
class IndexedListsTest {

    private static final String BASE = "paybearer.account.shop.base-uri";

    private static List<String> bases(TestConfig config) {
        PaybearerConfig read = config.read();
        assertThat(read.warnings()).isEmpty();
        return read.accounts().get(0).baseUris().stream().map(BaseUri::toString).toList();
    }

    @Test
    void baseUri_asItems_isRead() {
        assertThat(bases(TestConfig.shop()
                        .with("base-uri[0]", " https://a.example/v1 ")
                        .with("base-uri[1]", "https://b.example/x,y")))
                .containsExactly("https://a.example/v1", "https://b.example/x,y");
    }

    @Test
    void moreThanTenItems_areReadInTheOrderOfTheirNumbers() {
        TestConfig config = TestConfig.shop();
        for (int i = 0; i < 12; i++) {
            config.with("base-uri[" + i + "]", "https://h" + i + ".example");
        }

        assertThat(bases(config)).hasSize(12).first().isEqualTo("https://h0.example");
        assertThat(bases(config)).last().isEqualTo("https://h11.example");
    }

    @Test
    void everyList_asItems_isRead() {
        PaybearerConfig read = TestConfig.shop()
                .twoCheckout("other")
                .property("paybearer.accounts[0]", "shop")
                .property("paybearer.accounts[1]", "other")
                .with("rest-clients[0]", "one")
                .with("rest-clients[1]", "two")
                .with("token-headers[0]", "X-One")
                .property("paybearer.store", "map")
                .property("paybearer.store.encryption-keys[0]", sealingKey("one"))
                .property("paybearer.store.encryption-keys[1]", sealingKey("two"))
                .read();

        assertThat(read.warnings()).isEmpty();
        assertThat(read.accounts()).extracting(AccountConfig::name).containsExactly("other", "shop");
        assertThat(read.accounts().get(1).restClients()).containsExactly("one", "two");
        assertThat(read.accounts().get(1).tokenHeaders()).containsExactly("X-One");
        assertThat(read.store().keys().get()).containsOnlyKeys("one", "two");
    }

    private static String sealingKey(String name) {
        return name + ":" + Base64.getEncoder().encodeToString(new byte[32]);
    }

    @Test
    void environmentVariables_asItems_areRead() {
        TestConfig config = TestConfig.empty()
                .variable("PAYBEARER_ACCOUNTS_0_", "shop")
                .variable("PAYBEARER_ACCOUNT_SHOP_PROVIDER", "2checkout")
                .variable("PAYBEARER_ACCOUNT_SHOP_MERCHANT_CODE", "M1")
                .variable("PAYBEARER_ACCOUNT_SHOP_SECRET_WORD", "word")
                .variable("PAYBEARER_ACCOUNT_SHOP_BASE_URI_0_", "https://a.example")
                .variable("PAYBEARER_ACCOUNT_SHOP_BASE_URI_1_", "https://b.example");

        assertThat(bases(config)).containsExactly("https://a.example", "https://b.example");
    }

    @Test
    void item_behindAGap_isAProblem() {
        assertThat(TestConfig.shop()
                        .with("base-uri[0]", "https://a.example")
                        .with("base-uri[2]", "https://b.example")
                        .problem())
                .isEqualTo(BASE + "[2]: there is no " + BASE + "[1]; number the items from 0 without a gap");
        assertThat(TestConfig.shop().with("base-uri[1]", "https://b.example").problem())
                .isEqualTo(BASE + "[1]: there is no " + BASE + "[0]; number the items from 0 without a gap");
    }

    @Test
    void list_asAWholeAndAsItems_isAProblem() {
        assertThat(TestConfig.shop()
                        .with("base-uri", "https://a.example")
                        .with("base-uri[0]", "https://b.example")
                        .problem())
                .isEqualTo(BASE + ": it is given both as a whole and as " + BASE
                        + "[0]; remove one, or set the whole to nothing");
    }

    @Test
    void item_withAnExpressionWithoutValue_isAProblemOfItsKey() {
        assertThat(TestConfig.shop().with("base-uri[0]", "${UNDEFINED}").problem())
                .startsWith(BASE + "[0]: its expression has no value");
        assertThat(TestConfig.shop()
                        .property("paybearer.store", "map")
                        .property("paybearer.store.encryption-keys[0]", "a$$b")
                        .problem())
                .startsWith("paybearer.store.encryption-keys[0]: its text contains '$'");
    }

    @Test
    void key_thatIsNoList_isNotReadAsItems() {
        assertThat(TestConfig.shop().with("proxy[0]", "p:1").read().warnings())
                .singleElement()
                .asString()
                .startsWith("paybearer.account.shop.proxy[0]: nothing reads this key");
        assertThat(TestConfig.shop().with("base-uri[00]", "p:1").read().warnings())
                .singleElement()
                .asString()
                .startsWith(BASE + "[00]: nothing reads this key");
    }

    @Test
    void restClient_listedAsAnItem_isMentioned() {
        CurrentConfig config = new CurrentConfig(
                TestConfig.shop().with("rest-clients[0]", "one").config());

        assertThat(config.mentionsRestClient(Set.of("one"))).isTrue();
        assertThat(config.mentionsRestClient(Set.of("two"))).isFalse();
    }
}
