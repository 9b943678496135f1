// SPDX-License-Identifier: Apache-2.0
package io.paybearer.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No object prints a token or a secret. Each class whose objects print more than their class is made, with another text in each
 * place that can hold one, and printed. Only the texts of the places below may be seen: what they mean is no secret. A new record
 * or {@code toString} fails here until its places are on the list, or hidden.
 */
class PrintedTokensTest {

    private static final String NAMES_OF_ACCOUNTS_AND_MERCHANTS = """
            AccountConfig.name AccountStatus.account AccountStatus.provider Binding.account Binding.provider
            Events.account Events.provider Reloaded.0 SettingsReader.account TokenEvent.account TokenEvent.provider
            AccountNames.Found.usable AccountNames.Found.unusable AccountConfig.tenant ChildAccounts.Set.id StoreConfig.id
            BorderlessCredential.issuerId ClientAssertion.clientId ClientAuthentication.Basic.clientId
            ClientAuthentication.Post.clientId ClientAuthentication.Tls.clientId DatedHash.merchantCode
            BorderlessMerchant.issuerId BorderlessMerchant.clientIds PaymentsGateMerchant.accountId
            TokenPair.accountId TwoCheckoutMerchant.code TwoCheckoutLogin.code TwoCheckoutRestMerchant.code
            OAuth2Client.clientId OAuth2Client.keyId OAuth2Client.scopes OAuth2Grant.clientId OAuth2Grant.audience
            OAuth2Scope.values StaticKeyMerchant.name Merchants.Name.id ReadyAccount.provider
            Chosen.accounts Chosen.configured Finding.account
            """;

    private static final String KEYS_AND_NAMES_OF_HEADERS_AND_MEMBERS = """
            Leaves.0 Leaves.1.key WatchedFile.key PropertyNames.keys PropertyNames.profiled PropertyNames.marked PropertyNames.variables
            PropertyNames.variables.key Finding.details.key KeysInPlace.before.key JsonObject.members.key AccountCheck.details.key
            AccountConfig.tokenHeaders AccountConfig.tenantHeader ChildAccounts.Set.header ConstantHeaders.0.key
            FormBody.parameters.key StaticKeyMerchant.requiredHeaders StaticKeyMerchant.tenantHeader
            IssuedToken.scheme StaticCredential.Fixed.scheme SigningKey.1
            """;

    private static final String PLACES_OF_SERVERS_FILES_AND_INTERFACES = """
            Authority.host BaseUri.0 Origin.host Origin.scheme PathPrefix.path ProxySettings.address TokenRequest.0
            ConfigFile.name TlsReader.Store.path KeyFiles.privateKey KeyFiles.publicKey NewFile.path
            NewFile.permissions Sighting.contents.key WatchedFile.path
            AccountConfig.endpointUris AccountConfig.restClients RestClientGraph.Visit.context Said.place Said.value JerseyEngine.Ranked.filter
            Call.method Call.path Paths.roots ReceivedRequest.method ReceivedRequest.path
            """;

    /** What is written there is looked at by {@code CanaryTest} and {@code NoLeakTest}. */
    private static final String MESSAGES = """
            CliException.1 PaybearerConfigException.0 PaybearerConfigException.1 RequestRefusedException.1 TokenUnavailableException.2
            TokenRequestException.1 Wordless.0 SharedStores.StoreProblem.0 StoreSlot.Outage.0 Reflected.Failure.0
            SingleFlight.Outcome.failure PaybearerConfig.warnings Reloaded.Made.warnings EndpointAnswer.0
            AccountCheck.finding AccountCheck.details Life.rule Finding.subject Finding.text Finding.details
            Refused.2 ReceivedRequest.verdict Reply.verdict Reply.headers Reply.headers.key
            """;

    private static final Set<String> OPEN = Stream.of(
                    NAMES_OF_ACCOUNTS_AND_MERCHANTS,
                    KEYS_AND_NAMES_OF_HEADERS_AND_MEMBERS,
                    PLACES_OF_SERVERS_FILES_AND_INTERFACES,
                    MESSAGES)
            .flatMap(places -> Arrays.stream(places.split("\\s+")))
            .collect(Collectors.toSet());

    static List<Class<?>> classesThatPrintThemselves() {
        return LibraryClasses.thatPrintThemselves();
    }

    @ParameterizedTest
    @MethodSource("classesThatPrintThemselves")
    void object_printsNothingSecret(Class<?> type) throws Exception {
        assertThat(shownBy(type)).isSubsetOf(OPEN);
    }

    @Test
    void places_thatMayBeSeen_areSeen() throws Exception {
        Set<String> shown = new TreeSet<>();
        for (Class<?> type : classesThatPrintThemselves()) {
            shown.addAll(shownBy(type));
        }
        assertThat(shown).containsAll(OPEN);
    }

    private static Set<String> shownBy(Class<?> type) throws Exception {
        Canaries canaries = new Canaries();
        return canaries.placesIn(canaries.made(type).toString());
    }
}
