// SPDX-License-Identifier: Apache-2.0
package io.paybearer.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.paybearer.AccessTokens;
import io.paybearer.PaybearerFeature;
import io.paybearer.account.Applications;
import io.paybearer.origin.HeaderText;
import io.paybearer.token.TimeSource;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The packages' imports point one way. */
class ArrowsTest {

    private static final String ROOT = "io.paybearer";

    /** Which packages each package may use, beside the vocabulary in {@code io.paybearer} itself. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("origin", Set.of()),
            Map.entry("spi", Set.of("origin")),
            Map.entry("jwt", Set.of("spi")),
            Map.entry("thread", Set.of()),
            Map.entry("http", Set.of("spi", "origin", "thread")),
            Map.entry("token", Set.of("spi", "thread")),
            Map.entry("store", Set.of("spi", "token", "thread")),
            Map.entry("config", Set.of("spi", "origin", "http")),
            Map.entry("account", Set.of("spi", "origin", "http", "config", "token", "store", "thread")),
            Map.entry("engine", Set.of("account", "thread")),
            Map.entry("restclient", Set.of()),
            Map.entry("client", Set.of("spi", "origin", "http", "config", "account", "engine", "restclient")),
            Map.entry("cdi", Set.of("spi", "account", "restclient")),
            Map.entry("observe", Set.of("spi", "account")),
            Map.entry("provider.paymentsgate", Set.of("spi", "origin", "client")),
            Map.entry("provider.twocheckout", Set.of("spi", "jwt", "client")),
            Map.entry("provider.oauth2", Set.of("spi", "jwt", "client")),
            Map.entry("provider.fixed", Set.of("spi", "client")),
            Map.entry("provider.borderless", Set.of("spi", "jwt", "client")),
            Map.entry("cli", Set.of("spi", "origin", "http", "config", "account", "sandbox")),
            Map.entry("sandbox", Set.of()),
            Map.entry("sandbox.kit", Set.of("sandbox", "account", "token")),
            Map.entry("sandbox.junit", Set.of("sandbox", "sandbox.kit")));

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void packages_useOnlyThoseTheyMay() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        PRODUCTION.forEach(from -> from.getDirectDependenciesFromSelf().stream()
                .map(dependency -> room(dependency.getTargetClass()))
                .filter(to ->
                        !to.isEmpty() && !to.equals(room(from)) && !room(from).isEmpty())
                .forEach(to -> arrows.computeIfAbsent(room(from), room -> new TreeSet<>())
                        .add(to)));
        arrows.forEach((from, to) ->
                assertThat(ARROWS.getOrDefault(from, Set.of())).as(from).containsAll(to));
        assertThat(PRODUCTION.stream()
                        .map(ArrowsTest::room)
                        .filter(room -> !room.isEmpty())
                        .collect(Collectors.toSet()))
                .isSubsetOf(ARROWS.keySet());
    }

    @Test
    void vocabulary_importsNothingBelowIt_butThroughAccount() {
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .and()
                .doNotBelongToAnyOf(PaybearerFeature.class, AccessTokens.class)
                .and()
                .doNotHaveSimpleName("NamedFeature")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(not(resideInAPackage(ROOT)))
                        .and(not(belongToAnyOf(HeaderText.class))))
                .check(PRODUCTION);
    }

    @Test
    void microProfileConfig_isKnownToConfigAlone() {
        onlyKnownTo("org.eclipse.microprofile.config..", ROOT + ".config", ROOT + ".cli", ROOT + ".sandbox.kit");
    }

    @Test
    void jakartaRest_isKnownToTheEdgeAlone() {
        onlyKnownTo(
                "jakarta.ws.rs..",
                ROOT,
                ROOT + ".client",
                ROOT + ".engine",
                ROOT + ".restclient",
                ROOT + ".cdi",
                ROOT + ".provider..");
    }

    @Test
    void cdi_isKnownToTheEdgeAlone() {
        onlyKnownTo("jakarta.enterprise..", ROOT, ROOT + ".client", ROOT + ".cdi", ROOT + ".observe");
    }

    /** The index that is in the jar has these packages and no more, see jandex-maven-plugin in the POM. */
    @Test
    void beans_areWhereContainersLook() {
        noClasses()
                .that(not(resideInAnyPackage(ROOT, ROOT + ".cdi")))
                .should()
                .beMetaAnnotatedWith("jakarta.enterprise.context.NormalScope")
                .orShould()
                .beMetaAnnotatedWith("jakarta.inject.Scope")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Qualifier")
                .check(PRODUCTION);
    }

    @Test
    void openTelemetryAndHealth_areKnownToListenersAlone() {
        onlyKnownTo("io.opentelemetry..", ROOT + ".observe");
        onlyKnownTo("org.eclipse.microprofile.health..", ROOT + ".observe");
    }

    @Test
    void jose4j_isKnownToThoseWhoSignOrReadJson() {
        onlyKnownTo(
                "org.jose4j..",
                ROOT + ".jwt",
                ROOT + ".spi",
                ROOT + ".http",
                ROOT + ".token",
                ROOT + ".store",
                ROOT + ".cli");
    }

    @Test
    void clientsOfSharedStores_areKnownToStoreAlone() {
        onlyKnownTo("javax.cache..", ROOT + ".store");
        onlyKnownTo("redis.clients..", ROOT + ".store");
    }

    /** Elsewhere a worker of a fork-join pool would wait without telling its pool, or would need the common pool. */
    @Test
    void waiting_isDoneInOnePlace() {
        noClasses()
                .that(not(resideInAnyPackage(ROOT + ".thread", ROOT + ".cli..", ROOT + ".sandbox..")))
                .should()
                .callMethodWhere(ArrowsTest.waits())
                .check(PRODUCTION);
    }

    private static DescribedPredicate<JavaMethodCall> waits() {
        return DescribedPredicate.describe("waits, or needs the common pool", call -> {
            JavaClass owner = call.getTargetOwner();
            String method = call.getName();
            boolean future = owner.isAssignableTo(Future.class) || owner.isAssignableTo(CompletionStage.class);
            boolean waits = method.equals("get") || method.equals("join");
            boolean ownPool = call.getTarget().getRawParameterTypes().stream()
                    .anyMatch(type -> type.isAssignableTo(Executor.class));
            boolean onCommonPool = method.endsWith("Async") && !ownPool;
            boolean timer = method.equals("orTimeout")
                    || method.equals("completeOnTimeout")
                    || method.equals("delayedExecutor");
            return future && (waits || onCommonPool || timer)
                    || owner.isEquivalentTo(HttpClient.class) && method.equals("sendAsync")
                    || owner.isEquivalentTo(Thread.class) && (method.equals("sleep") || method.equals("join"))
                    || method.equals("await") && owner.getPackageName().startsWith("java.util.concurrent");
        });
    }

    @Test
    void picocli_isKnownToTheCommandLineAlone() {
        onlyKnownTo("picocli..", ROOT + ".cli");
    }

    @Test
    void junit_isKnownToTheTestKitAlone() {
        onlyKnownTo("org.junit..", ROOT + ".sandbox.junit");
    }

    /** The clocks of an application in production are those of the JVM, whatever its configuration says. */
    @Test
    void clocks_areMovedByTheTestKitAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".sandbox.kit")
                .should()
                .callMethod(Applications.class, "startOver", TimeSource.class)
                .check(PRODUCTION);
        noClasses()
                .that(not(belongToAnyOf(Applications.class)))
                .should()
                .callMethodWhere(describe(
                        "puts clocks in place",
                        call -> call.getTargetOwner().getSimpleName().equals("CurrentTime")
                                && call.getName().equals("follow")))
                .check(PRODUCTION);
    }

    @Test
    void sandbox_usesTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".sandbox")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "javax.crypto..", "com.sun.net.httpserver..", "org.jspecify..", ROOT + ".sandbox"))
                .check(PRODUCTION);
    }

    @Test
    void nothing_isDeserialisedByJava() {
        noClasses()
                .should()
                .dependOnClassesThat(assignableTo(ObjectInputStream.class).or(assignableTo(ObjectInputFilter.class)))
                .check(PRODUCTION);
    }

    @Test
    void filters_areNeverDiscovered() {
        noClasses()
                .should()
                .beAnnotatedWith("jakarta.ws.rs.ext.Provider")
                .because("some servers would add them to every client of the application")
                .check(PRODUCTION);
    }

    private static void onlyKnownTo(String what, String... packages) {
        noClasses()
                .that(not(resideInAnyPackage(packages)))
                .should()
                .dependOnClassesThat(resideInAPackage(what))
                .check(PRODUCTION);
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1) : "";
    }
}
