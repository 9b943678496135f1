// SPDX-License-Identifier: Apache-2.0
package io.paybearer.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** A class loader that loads the whole class path anew, as if some classes and files did not exist. */
public final class HidingLoader extends URLClassLoader {

    private final List<String> hidden;

    private HidingLoader(URL[] classPath, List<String> hidden) {
        super(classPath, ClassLoader.getPlatformClassLoader());
        this.hidden = hidden;
    }

    /** Hides what begins with one of these: a package as {@code org.slf4j.}, a file as {@code META-INF/services/org.acme}. */
    public static HidingLoader of(String... hidden) {
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

    @Override
    public URL findResource(String name) {
        return hidden.stream().anyMatch(name::startsWith) ? null : super.findResource(name);
    }

    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
        return hidden.stream().anyMatch(name::startsWith) ? Collections.emptyEnumeration() : super.findResources(name);
    }
}
