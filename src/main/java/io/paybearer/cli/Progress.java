// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import java.io.PrintStream;
import java.util.function.Supplier;

/** Shows on a terminal how long a command has been waiting for something. Prints nothing where there is no terminal. */
final class Progress {

    private static final long PATIENCE_MILLIS = 300;
    private static final long STEP_MILLIS = 100;
    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintStream err;
    private final boolean visible;

    /** The terminal is given without a writer that cleans: only here a line is overwritten and erased. */
    Progress(PrintStream err, boolean visible) {
        this.err = err;
        this.visible = visible;
    }

    <T> T during(String what, Supplier<T> work) {
        if (!visible) {
            return work.get();
        }
        Thread ticker = new Thread(() -> tick(what), "paybearer-progress");
        ticker.setDaemon(true);
        ticker.start();
        try {
            return work.get();
        } finally {
            stop(ticker);
        }
    }

    private void tick(String what) {
        try {
            Thread.sleep(PATIENCE_MILLIS);
            for (long waited = PATIENCE_MILLIS; ; waited += STEP_MILLIS) {
                show("\r" + CleanWriter.line(what) + ", " + waited / 1000 + "." + waited / 100 % 10 + " s");
                Thread.sleep(STEP_MILLIS);
            }
        } catch (InterruptedException done) {
            show(ERASE_LINE);
        }
    }

    private void show(String text) {
        err.print(text);
        err.flush();
    }

    private static void stop(Thread ticker) {
        ticker.interrupt();
        try {
            ticker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
