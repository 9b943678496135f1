// SPDX-License-Identifier: Apache-2.0
package io.paybearer.observe;

import java.io.File;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;

/** A class loader that loads the whole class path anew, as if the classes of some packages did not exist. */
final class HidingLoader extends URLClassLoader {

    private final List<String> hidden;

    private HidingLoader(URL[] classPath, List<String> hidden) {
        super(classPath, ClassLoader.getPlatformClassLoader());
        this.hidden = hidden;
    }

    static HidingLoader of(String... hidden) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        URL[] urls = Arrays.stream(classPath.split(File.pathSeparator))
                .map(HidingLoader::url)
                .toArray(URL[]::new);
        return new HidingLoader(urls, List.of(hidden));
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (hidden.stream().anyMatch(name::startsWith)) {
            throw new ClassNotFoundException(name);
        }
        return super.findClass(name);
    }
}
