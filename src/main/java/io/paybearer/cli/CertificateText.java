// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is said of a certificate. */
final class CertificateText {

    private CertificateText() {}

    static String subject(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    /** Subject, issuer and validity in words. */
    static String of(X509Certificate certificate) {
        return subject(certificate) + ", issued by "
                + certificate.getIssuerX500Principal().getName() + ", valid from " + day(certificate.getNotBefore())
                + " to " + day(certificate.getNotAfter());
    }

    /** The same for scripts. */
    static Map<String, Object> members(X509Certificate certificate) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("subject", subject(certificate));
        members.put("issuer", certificate.getIssuerX500Principal().getName());
        members.put("notBefore", certificate.getNotBefore().toInstant().toString());
        members.put("notAfter", certificate.getNotAfter().toInstant().toString());
        return members;
    }

    private static String day(Date date) {
        return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
