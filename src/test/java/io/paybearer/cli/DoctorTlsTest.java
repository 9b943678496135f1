// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.http.Certificates;
import io.paybearer.http.RawEndpoint;
import io.paybearer.http.RawEndpoint.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The certificates of endpoints, as {@code paybearer doctor} shows them. */
class DoctorTlsTest extends CliTest {

    private static final String PASSWORD = "changeit";
    private static final String NO_DATE = RawEndpoint.answer("404 Not Found", "", "");

    /** A look at an endpoint with that certificate, for an account with these keys. */
    private Run look(Path certificate, Map<String, String> more, String... options) throws Exception {
        var tls = Certificates.server(certificate, PASSWORD).getServerSocketFactory();
        try (RawEndpoint endpoint = RawEndpoint.start(tls, request -> Reply.closing(NO_DATE))) {
            Map<String, String> keys = gate();
            keys.put(
                    "paybearer.account.gate.base-uri",
                    endpoint.uri().resolve("/").toString());
            keys.putAll(more);
            String[] arguments = Stream.concat(Stream.of("doctor", "-c", file(keys)), Stream.of(options))
                    .toArray(String[]::new);
            return Run.of(arguments);
        }
    }

    private Path certificate() throws Exception {
        return Certificates.selfSigned(folder, "server.p12", PASSWORD, "-ext", "SAN=dns:localhost", "-validity", "90");
    }

    private static Map<String, String> trusting(Path store) {
        return Map.of(
                "paybearer.account.gate.trust-store",
                store.toString(),
                "paybearer.account.gate.trust-store-password",
                PASSWORD);
    }

    @Test
    void certificateThatNobodyKnows_isShown_withWhomTheJvmTrustsAndTheRemedy() throws Exception {
        Run run = look(certificate(), Map.of());

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(run.out())
                .contains("TLS            FAILED: the certificate is not trusted: CN=localhost, issued by CN=localhost")
                .containsPattern("the JVM's trust store \\(.*cacerts\\) trusts \\d+ authorities")
                .contains("put the certificate of the issuer into a PEM file and name that with"
                        + " paybearer.account.gate.trust-store");
    }

    @Test
    void certificateOfTheAccountsTrustStore_isShownWithItsIssuerAndValidity() throws Exception {
        Path store = certificate();
        Path trusted = copyOfCertificate(store);

        Run run = look(store, trusting(trusted));
        Run json = look(store, trusting(trusted), "--json");

        assertThat(run.exitCode()).as(run.all()).isZero();
        assertThat(run.out())
                .containsPattern("TLS            ok, TLSv1\\.3 with CN=localhost, issued by CN=localhost, valid from"
                        + " \\d{4}-\\d\\d-\\d\\d to \\d{4}-\\d\\d-\\d\\d; paybearer.account.gate.trust-store")
                .contains("trusts CN=localhost");
        assertThat(json.json().get("findings"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .filteredOn(found -> "TLS".equals(((Map<?, ?>) found).get("subject")))
                .singleElement(InstanceOfAssertFactories.MAP)
                .extractingByKey("chain", InstanceOfAssertFactories.LIST)
                .singleElement(InstanceOfAssertFactories.MAP)
                .containsEntry("issuer", "CN=localhost")
                .containsKeys("subject", "notBefore", "notAfter");
    }

    @Test
    void certificateInPem_isATrustStoreToo() throws Exception {
        Path store = certificate();
        Path pem = folder.resolve("ca.pem");
        keytool("-exportcert", "-rfc", "-file", pem.toString(), "-keystore", store.toString());

        Run run = look(store, Map.of("paybearer.account.gate.trust-store", pem.toString()));

        assertThat(run.exitCode()).as(run.all()).isZero();
        assertThat(run.out()).contains("trust-store (" + pem + ") trusts CN=localhost");
    }

    @Test
    void anotherTrustStore_namesWhomItTrusts() throws Exception {
        Path other = copyOfCertificate(
                Certificates.selfSigned(folder, "other.p12", PASSWORD, "-dname", "CN=Somebody Else", "-validity", "2"));

        Run run = look(certificate(), trusting(other));

        assertThat(run.out()).contains("FAILED: the certificate is not trusted", "trusts [CN=Somebody Else]");
    }

    @Test
    void certificateOfAnotherHost_isSaid() throws Exception {
        Path store = Certificates.selfSigned(
                folder, "server.p12", PASSWORD, "-ext", "SAN=dns:other.example", "-validity", "2");

        Run run = look(store, trusting(copyOfCertificate(store)));

        assertThat(run.out()).contains("FAILED: the certificate is not for this host: CN=localhost");
    }

    @Test
    void certificateThatHasExpired_isSaidWithItsDates() throws Exception {
        Path store = Certificates.selfSigned(
                folder,
                "server.p12",
                PASSWORD,
                "-ext",
                "SAN=dns:localhost",
                "-startdate",
                "2020/01/01 00:00:00",
                "-validity",
                "2");

        Run unknown = look(store, Map.of());
        Run trusted = look(store, trusting(copyOfCertificate(store)));

        assertThat(unknown.out())
                .contains("FAILED: a certificate has expired: CN=localhost", "valid from 20", "to 2020-01-03");
        assertThat(trusted.out())
                .containsPattern("TLS            WARNING: the certificate ends in -\\d+ days, have it renewed");
    }

    @Test
    void certificateThatEndsSoon_isAWarning() throws Exception {
        Path store = Certificates.selfSigned(folder, "server.p12", PASSWORD);

        Run run = look(store, trusting(copyOfCertificate(store)));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("WARNING: the certificate ends in 1 days, have it renewed: TLSv1.3");
    }

    /** A store with the certificate and without the key. */
    private Path copyOfCertificate(Path store) throws Exception {
        Path pem = folder.resolve(store.getFileName() + ".pem");
        Path trusted = folder.resolve(store.getFileName() + ".trusted");
        keytool("-exportcert", "-rfc", "-file", pem.toString(), "-keystore", store.toString());
        keytool("-importcert", "-noprompt", "-file", pem.toString(), "-keystore", trusted.toString());
        Files.delete(pem);
        return trusted;
    }

    private static void keytool(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-alias", "server", "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes());
        assertThat(keytool.waitFor()).as(said).isZero();
    }
}
