// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.junit;

import io.paybearer.sandbox.Faults;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.SandboxClock;
import io.paybearer.sandbox.SandboxSettings;
import io.paybearer.sandbox.kit.TestKit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The extension that runs the stand-ins of an annotated class. A nested class finds them in the store of its outer class.
 */
final class SandboxExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);

    private static final Map<Class<?>, Function<TestKit, Object>> HANDLES = Map.of(
            TestKit.class, kit -> kit,
            PaymentSandbox.class, TestKit::sandbox,
            Faults.class, kit -> kit.sandbox().faults(),
            SandboxSettings.class, kit -> kit.sandbox().settings(),
            SandboxClock.class, kit -> kit.sandbox().clock());

    @Override
    public void beforeAll(ExtensionContext context) {
        annotation(context)
                .ifPresent(annotation -> context.getStore(NAMESPACE).put(TestKit.class, start(annotation, context)));
    }

    private static TestKit start(PaybearerSandbox annotation, ExtensionContext context) {
        StandInsOfRun standIns = StandInsOfRun.of(context);
        PaymentSandbox sandbox = standIns.borrow(annotation.port());
        try {
            return Annotated.kit(annotation).on(sandbox).start();
        } catch (RuntimeException e) {
            standIns.giveBack(sandbox);
            throw e instanceof IllegalArgumentException
                    ? new IllegalArgumentException("@PaybearerSandbox: " + e.getMessage(), e)
                    : e;
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        kit(context).beginTest();
    }

    /** A test that has failed already has a reason to leave things. */
    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) {
            kit(context).endTest();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (annotation(context).isPresent()) {
            TestKit kit = context.getStore(NAMESPACE).remove(TestKit.class, TestKit.class);
            if (kit != null) {
                kit.close();
                StandInsOfRun.of(context).giveBack(kit.sandbox());
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return HANDLES.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return HANDLES.getOrDefault(parameter.getParameter().getType(), kit -> kit)
                .apply(kit(context));
    }

    private static TestKit kit(ExtensionContext context) {
        TestKit kit = context.getStore(NAMESPACE).get(TestKit.class, TestKit.class);
        if (kit == null) {
            throw new IllegalStateException("the stand-ins are not running here");
        }
        return kit;
    }

    private static Optional<PaybearerSandbox> annotation(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), PaybearerSandbox.class);
    }
}
