// SPDX-License-Identifier: Apache-2.0
package io.paybearer.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UriIndexTest {

    private final Map<String, List<BaseUri>> owners = new LinkedHashMap<>();

    private void owner(String name, String... bases) {
        owners.put(name, Stream.of(bases).map(URI::create).map(BaseUri::of).toList());
    }

    private List<String> find(String request) {
        return UriIndex.of(owners).find(URI.create(request));
    }

    @Test
    void request_underSeveralBases_belongsToTheLongestPath() {
        owner("all", "https://api.example");
        owner("v1", "https://api.example/v1");
        owner("orders", "https://api.example/v1/orders");

        assertThat(find("https://api.example/v1/orders/7")).containsExactly("orders");
        assertThat(find("https://api.example/v1/ordersx")).containsExactly("v1");
        assertThat(find("https://api.example/v1/../x")).isEmpty();
        assertThat(find("https://api.example")).containsExactly("all");
    }

    @Test
    void request_underEqualBases_belongsToBothOwners() {
        owner("one", "https://api.example/v1");
        owner("all", "https://api.example");
        owner("two", "https://API.example:443/v1/");

        assertThat(find("https://api.example/v1/x")).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void request_underTwoBasesOfOneOwner_belongsToItOnce() {
        owner("one", "https://api.example/v1", "https://api.example/v1/");

        assertThat(find("https://api.example/v1/x")).containsExactly("one");
    }

    @Test
    void request_toAnotherSchemeOrPort_belongsToItsOwnOwner() {
        owner("https", "https://localhost/v1/long");
        owner("http", "http://localhost");
        owner("port", "https://localhost:8443");

        assertThat(find("http://localhost/v1/long")).containsExactly("http");
        assertThat(find("https://localhost:8443/v1/long")).containsExactly("port");
        assertThat(find("https://localhost:9/v1/long")).isEmpty();
    }

    @Test
    void request_withAHostInAnotherSpelling_isFound() {
        owner("one", "https://müller.example");

        assertThat(find("https://XN--MLLER-KVA.example/x")).containsExactly("one");
        assertThat(find("https://müller.example/x")).containsExactly("one");
        assertThat(find("https://Müller.example/x")).isEmpty();
    }

    @Test
    void request_underOneHostInItsLettersAndInAscii_belongsToBothOwners() {
        owner("one", "https://müller.example");
        owner("two", "https://xn--mller-kva.example");

        assertThat(find("https://xn--mller-kva.example/x")).containsExactlyInAnyOrder("one", "two");
        assertThat(find("https://müller.example/x")).containsExactly("one");
    }

    @Test
    void request_ofNobody_belongsToNobody() {
        owner("one", "https://api.example/v1");

        assertThat(find("https://other.example/v1")).isEmpty();
        assertThat(find("https://user@api.example/v1")).isEmpty();
        assertThat(find("https://api.example@other.example/v1")).isEmpty();
        assertThat(find("/v1")).isEmpty();
        assertThat(find("urn:x")).isEmpty();
    }
}
