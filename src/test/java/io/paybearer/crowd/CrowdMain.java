// SPDX-License-Identifier: Apache-2.0
package io.paybearer.crowd;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Plays every scene of {@link Crowd} in this JVM, each with an application of its own, and prints how each has ended. */
final class CrowdMain {

    private static final int MOST_SECONDS = 60;

    private CrowdMain() {}

    /**
     * Prints a line for each scene: its name, and {@code ok} or what went wrong.
     *
     * @param scenes none means all
     */
    public static void main(String[] scenes) {
        Arrays.stream(Crowd.class.getDeclaredMethods())
                .filter(scene -> scene.getReturnType() == List.class && scene.getParameterCount() == 0)
                .filter(scene -> scene.getName().contains("_") && !scene.isSynthetic())
                .filter(scene -> virtualThreads() || !scene.getName().contains("Virtual"))
                .filter(scene -> scenes.length == 0 || List.of(scenes).contains(scene.getName()))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(scene -> System.out.println(scene.getName() + " " + ending(scene)));
        System.exit(0);
    }

    static boolean virtualThreads() {
        return Runtime.version().feature() >= 21;
    }

    private static String ending(Method scene) {
        FutureTask<String> play = new FutureTask<>(() -> played(scene));
        Thread stage = new Thread(play, scene.getName());
        stage.setDaemon(true);
        stage.start();
        try {
            return play.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return "has not ended within " + MOST_SECONDS + " s";
        } catch (InterruptedException | ExecutionException e) {
            return "failed: " + e.getCause();
        }
    }

    private static String played(Method scene) throws Exception {
        try (Crowd crowd = new Crowd()) {
            Object[] got = ((List<?>) scene.invoke(crowd)).toArray();
            boolean alike = new HashSet<>(Arrays.asList(got)).size() == 1;
            return alike && !got[0].equals(401) ? "ok" : "got different ones: " + Arrays.toString(got);
        } catch (InvocationTargetException e) {
            return "failed: " + e.getCause();
        }
    }
}
