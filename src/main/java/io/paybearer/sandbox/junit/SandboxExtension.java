// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox.junit;

import io.paybearer.sandbox.Faults;
import io.paybearer.sandbox.PaymentSandbox;
import io.paybearer.sandbox.SandboxSettings;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterAllCallback;
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
final class SandboxExtension implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);

    private static final Map<Class<?>, Function<PaymentSandbox, Object>> HANDLES = Map.of(
            PaymentSandbox.class, sandbox -> sandbox,
            Faults.class, PaymentSandbox::faults,
            SandboxSettings.class, PaymentSandbox::settings);

    @Override
    public void beforeAll(ExtensionContext context) {
        annotation(context)
                .ifPresent(annotation ->
                        context.getStore(NAMESPACE).put(RunningSandbox.class, RunningSandbox.start(annotation)));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        sandbox(context).reset();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (annotation(context).isPresent()) {
            RunningSandbox running = context.getStore(NAMESPACE).remove(RunningSandbox.class, RunningSandbox.class);
            if (running != null) {
                running.close();
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return HANDLES.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return HANDLES.getOrDefault(parameter.getParameter().getType(), sandbox -> sandbox)
                .apply(sandbox(context));
    }

    private static PaymentSandbox sandbox(ExtensionContext context) {
        RunningSandbox running = context.getStore(NAMESPACE).get(RunningSandbox.class, RunningSandbox.class);
        if (running == null) {
            throw new IllegalStateException("the stand-ins are not running here");
        }
        return running.sandbox();
    }

    private static Optional<PaybearerSandbox> annotation(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), PaybearerSandbox.class);
    }
}
