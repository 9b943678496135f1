// SPDX-License-Identifier: Apache-2.0
package io.paybearer.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.harness.HidingLoader;
import org.junit.jupiter.api.Test;

/** Without an optional API everything else works, and nothing is logged. */
class AbsentApiTest {

    @Test
    void withoutTelemetry_aContainerStarts_andTokensAreHad_inSilence() throws Exception {
        assertThat(probe("inContainer", "io.opentelemetry.")).isEqualTo("token of two, ready");
    }

    @Test
    void withoutHealth_aContainerStarts_andTokensAreHad_inSilence() throws Exception {
        assertThat(probe("inContainer", "org.eclipse.microprofile.health.")).isEqualTo("token of two");
    }

    @Test
    void withoutAny_aContainerStarts_andTokensAreHad_inSilence() throws Exception {
        assertThat(probe("inContainer", "io.opentelemetry.", "org.eclipse.microprofile.health."))
                .isEqualTo("token of two");
    }

    @Test
    void withoutCdi_tokensAreHad_inSilence() throws Exception {
        assertThat(probe("alone", "jakarta.enterprise.", "org.jboss.weld.", "io.opentelemetry."))
                .isEqualTo("token of two");
    }

    @Test
    void withoutCdi_aPlainClientCarriesTheToken_andTheChild() throws Exception {
        assertThat(probe("called", "jakarta.enterprise.", "org.jboss.weld.")).contains("cl_1");
    }

    @Test
    void withoutMicroProfileRestClient_aPlainClientCarriesTheToken_andTheChild() throws Exception {
        assertThat(probe("called", "org.eclipse.microprofile.rest.client.", "org.jboss.resteasy.microprofile."))
                .contains("cl_1");
    }

    @Test
    void withoutCdi_telemetryOfTheJvm_isFound() throws Exception {
        assertThat(probe("measured", "jakarta.enterprise.", "org.jboss.weld."))
                .isEqualTo("[paybearer.tokens.obtained]");
    }

    @Test
    void withEveryApi_theProbeWorksToo() throws Exception {
        assertThat(probe("inContainer")).isEqualTo("token of two, ready");
    }

    private static String probe(String method, String... hidden) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (HidingLoader loader = HidingLoader.of(hidden)) {
            Thread.currentThread().setContextClassLoader(loader);
            Class<?> probe = Class.forName("io.paybearer.observe.Probe", true, loader);
            assertThat(probe.getClassLoader()).isSameAs(loader);
            return (String) probe.getMethod(method).invoke(null);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
