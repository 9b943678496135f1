// SPDX-License-Identifier: Apache-2.0
package io.paybearer.demo;

import java.io.Console;
import java.io.PrintStream;
import java.util.concurrent.Callable;

/** Shows on a terminal that something is going on which takes its time. Elsewhere it prints nothing. */
final class Progress {

    private static final long PATIENCE_MILLIS = 300;
    private static final long STEP_MILLIS = 100;
    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean visible;

    Progress(PrintStream out, boolean visible) {
        this.out = out;
        this.visible = visible;
    }

    static Progress onTerminal(PrintStream out) {
        return new Progress(out, isTerminal(System.console()));
    }

    <T> T during(String what, Callable<T> work) throws Exception {
        if (!visible) {
            return work.call();
        }
        Thread ticker = new Thread(() -> tick(what), "demo-progress");
        ticker.setDaemon(true);
        ticker.start();
        try {
            return work.call();
        } finally {
            ticker.interrupt();
            ticker.join();
        }
    }

    private void tick(String what) {
        try {
            Thread.sleep(PATIENCE_MILLIS);
            for (long waited = PATIENCE_MILLIS; ; waited += STEP_MILLIS) {
                out.print("\r   " + what + ", " + waited / 1000 + "." + waited / 100 % 10 + " s");
                out.flush();
                Thread.sleep(STEP_MILLIS);
            }
        } catch (InterruptedException done) {
            out.print(ERASE_LINE);
            out.flush();
        }
    }

    /** From Java 22 on there is a console without a terminal too, and a method that tells. */
    private static boolean isTerminal(Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException beforeJava22) {
            return true;
        }
    }
}
