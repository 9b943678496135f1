// SPDX-License-Identifier: Apache-2.0
package io.paybearer.engines;

import java.io.IOException;

/** Stops processes and lets them go on, as nothing in the JDK does. */
final class Signals {

    private Signals() {}

    static void pause(Process process) throws IOException, InterruptedException {
        send("-STOP", process);
    }

    static void resume(Process process) throws IOException, InterruptedException {
        send("-CONT", process);
    }

    /** By the shell's own command: not every machine has a program of that name. */
    private static void send(String signal, Process process) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("sh", "-c", "kill " + signal + " " + process.pid())
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("kill " + signal + " failed with " + exit);
        }
    }
}
