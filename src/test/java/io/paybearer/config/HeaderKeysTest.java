// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys {@code header.*}, {@code header-file.*} and {@code tenant-header}, and what is refused of them. */
class HeaderKeysTest {

    private static final String SHOP = "paybearer.account.shop.";

    @TempDir
    private Path directory;

    private static Map<String, String> constants(AccountConfig account) {
        ConstantHeaders constants = account.credentials().current().constants();
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < constants.count(); i++) {
            headers.put(constants.name(i), constants.value(i));
        }
        return headers;
    }

    private String file(String secret) throws IOException {
        Path file = Files.createTempFile(directory, "x", ".secret");
        return Files.writeString(file, secret).toString();
    }

    @Test
    void constants_areReadInTheirOwnSpelling_fromKeysAndFiles() throws IOException {
        AccountConfig account = TestConfig.shop()
                .with("header.Stripe-Version", " 2025-01-01 ")
                .with("header-file.PLAID-SECRET", file("s3cret\n"))
                .account();

        assertThat(constants(account))
                .containsExactly(Map.entry("PLAID-SECRET", "s3cret"), Map.entry("Stripe-Version", "2025-01-01"));
        assertThat(account.credentials().current())
                .hasToString("Credentials[ConstantHeaders[PLAID-SECRET, Stripe-Version]]");
        assertThat(account.tenantHeader()).isEmpty();
    }

    @Test
    void constantInAFile_followsTheFile() throws IOException {
        Instant[] now = {Instant.now().plusSeconds(3600)};
        String file = file("first");
        AccountConfig account =
                TestConfig.shop().with("header-file.X-Key", file).account(() -> now[0]);
        Files.writeString(Path.of(file), "second");

        assertThat(constants(account)).containsEntry("X-Key", "second");
    }

    @Test
    void tenantHeader_takesItsConstant_asTheTenantOfCallsThatNameNone() {
        AccountConfig account = TestConfig.shop()
                .with("tenant-header", "Stripe-Account")
                .with("header.stripe-account", "acct_1")
                .account();

        assertThat(account.tenantHeader()).hasValue("Stripe-Account");
        assertThat(account.tenant()).hasValue("acct_1");
        assertThat(constants(account)).isEmpty();
    }

    @Test
    void variable_givesTheValue_whereAKeyGivesTheName() {
        TestConfig config = TestConfig.shop()
                .with("header.X-Api-Version", "")
                .variable("PAYBEARER_ACCOUNT_SHOP_HEADER_X_API_VERSION", "7");

        assertThat(constants(config.account())).containsExactly(Map.entry("X-Api-Version", "7"));
        assertThat(config.read().warnings()).isEmpty();
    }

    @Test
    void variableAlone_isRefused_sinceItDoesNotTellTheName() {
        assertThat(TestConfig.shop()
                        .variable("PAYBEARER_ACCOUNT_SHOP_HEADER_X_API_VERSION", "7")
                        .problem())
                .isEqualTo(
                        "PAYBEARER_ACCOUNT_SHOP_HEADER_X_API_VERSION: an environment variable does not tell the name that"
                                + " stands in its key, capital letters and dashes among it; write the key in a file, where its value"
                                + " may be empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "header.Host | api.example.com | the HTTP client sets 'Host' itself; name another",
                "header.content-length | 3 | the HTTP client sets 'content-length' itself; name another",
                "header.Authorization | Bearer x | 'Authorization' carries the token; remove one of them",
                "header.Größe | 1 | 'Größe' is not the name of a header; correct it",
                "header.X | größe | it holds the character U+00F6 at position 2; only printable ASCII is allowed",
                "tenant-header | Authorization | 'Authorization' carries the token; name another",
                "tenant-header | Host | the HTTP client sets 'Host' itself; name another",
                "token-headers | Transfer-Encoding | the HTTP client sets 'Transfer-Encoding' itself; name another",
            })
    void headerThatCannotBe_isAProblem(String leaf, String value, String message) {
        assertThat(TestConfig.shop().with(leaf, value).problem()).isEqualTo(SHOP + leaf + ": " + message);
    }

    @Test
    void headerTwice_isAProblem() throws IOException {
        assertThat(TestConfig.shop()
                        .with("header.X-Key", "1")
                        .with("header-file.x-key", file("2"))
                        .problem())
                .isEqualTo(SHOP + "header-file.x-key: the header 'x-key' is given twice; remove one");
    }

    @Test
    void secretTenant_isAProblem() throws IOException {
        assertThat(TestConfig.shop()
                        .with("tenant-header", "X-Tenant")
                        .with("header-file.X-Tenant", file("2"))
                        .problem())
                .isEqualTo(SHOP + "header-file.X-Tenant: 'X-Tenant' names the tenant, which is no secret; use " + SHOP
                        + "header.X-Tenant");
    }

    @Test
    void fileThatIsMissing_isAProblem_ofItsKey() {
        assertThat(TestConfig.shop()
                        .with("header-file.X-Key", directory + "/gone")
                        .problem())
                .startsWith(SHOP + "header-file.X-Key: there is no file ");
    }

    /** A name with a dot is a header's here, not an account's. */
    @ParameterizedTest
    @ValueSource(strings = {"header.x.provider", "header.X.Y"})
    void nameWithADot_belongsToTheHeader(String leaf) {
        assertThat(constants(TestConfig.shop().with(leaf, "1").account())).hasSize(1);
    }
}
