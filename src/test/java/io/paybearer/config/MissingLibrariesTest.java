// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.paybearer.PaybearerConfigException;
import io.paybearer.harness.HidingLoader;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said where a build has left out a library, or has chosen it in another version. */
class MissingLibrariesTest {

    private static final String SERVICES =
            "META-INF/services/org.eclipse.microprofile.config.spi.ConfigProviderResolver";

    @Test
    void implementationThatIsAbsent_isSaidToBeAbsent() throws Exception {
        assertThat(refusal("io.smallrye.", SERVICES))
                .contains("MicroProfile Config has no implementation here; outside a server add one")
                .doesNotContain("it failed");
    }

    /** What Maven makes of four newest artefacts: an older jboss-logging than SmallRye Config needs. */
    @Test
    void implementationThatIsPresent_andFails_isSaidToBePresent_withTheCause() throws Exception {
        assertThat(refusal("org.jboss.logging."))
                .contains("the implementation of MicroProfile Config is here (", SERVICES, "but it failed: ")
                .contains("org.jboss.logging.", "your build has chosen in the wrong version")
                .doesNotContain("has no implementation");
    }

    private static String refusal(String... hidden) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (HidingLoader loader = HidingLoader.of(hidden)) {
            Thread.currentThread().setContextClassLoader(loader);
            Class<?> config = Class.forName(CurrentConfig.class.getName(), true, loader);
            InvocationTargetException thrown = catchThrowableOfType(
                    InvocationTargetException.class,
                    () -> config.getMethod("get").invoke(null));
            return thrown.getCause().getMessage();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void jose4j_thatIsMissing_isTheOnlyProblem() throws Exception {
        assertThat(problems("org.jose4j."))
                .containsExactly(
                        "the class path: org.bitbucket.b_c:jose4j is missing, by which paybearer reads and signs tokens; add it");
    }

    @Test
    void slf4j_thatIsMissing_isAWarning() throws Exception {
        Problems problems = new Problems();
        try (HidingLoader loader = HidingLoader.of("org.slf4j.")) {
            Libraries.check(loader, problems);
        }

        assertThat(problems.warnings())
                .singleElement()
                .asString()
                .startsWith("the class path: org.slf4j:slf4j-api is missing");
    }

    @Test
    void librariesThatAreThere_areNotMentioned() {
        Problems problems = new Problems();
        Libraries.check(problems);

        assertThat(problems.warnings()).isEmpty();
    }

    @Test
    void classThatAProviderNeeds_isAProblemOfItsAccount() {
        for (LinkageError missing :
                List.of(new NoClassDefFoundError("com/acme/Sign"), new NoSuchMethodError("sign()"))) {
            FakeProvider provider = new FakeProvider("acme").reading(settings -> {
                throw missing;
            });

            assertThat(TestConfig.empty()
                            .provider(provider)
                            .key("shop", "provider", "acme")
                            .problem())
                    .isEqualTo(
                            "paybearer.account.shop.provider: the provider 'acme' needs a class that is missing, or is there in"
                                    + " another version (" + missing
                                    + "); add the library that has it to the class path");
        }
    }

    private static List<String> problems(String hidden) throws Exception {
        try (HidingLoader loader = HidingLoader.of(hidden)) {
            return catchThrowableOfType(PaybearerConfigException.class, () -> Libraries.check(loader, new Problems()))
                    .problems();
        }
    }
}
