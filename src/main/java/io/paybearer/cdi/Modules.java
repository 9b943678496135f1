// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/** Tells the start of an EAR from that of an application. The EAR's modules start next, with configurations of their own. */
final class Modules {

    private static final String SERVLET_CONTEXT = "jakarta.servlet.ServletContext";

    private Modules() {}

    /**
     * Whether the modules' own events are still to come. A web application's carries its servlet context (Jakarta CDI 4.0,
     * section 6.7.3), so where there are servlets, any other is an enclosing archive's; but not where the jar lies in a WAR,
     * which some servers give another event, nor where there is no server.
     */
    static boolean follow(Object event) {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            return !Class.forName(SERVLET_CONTEXT, false, loader).isInstance(event) && !inWar() && inServer();
        } catch (ClassNotFoundException | LinkageError noServlets) {
            return false;
        }
    }

    /** A server brings the API of CDI; an application that runs by itself has it beside paybearer, and maybe that of servlets. */
    private static boolean inServer() {
        return Modules.class.getClassLoader() != ApplicationScoped.class.getClassLoader();
    }

    private static boolean inWar() {
        @Nullable URL here = Modules.class.getResource("Modules.class");
        return here != null && here.toString().contains("/WEB-INF/");
    }
}
