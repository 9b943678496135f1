// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** Java snippets that are compiled together: types as they are, statements in a class of their own. */
record JavaSnippets(List<String> snippets) {

    private static final Pattern TYPE = Pattern.compile("(?m)^public (?:final |abstract )?(?:interface|class) (\\w+)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import .*\\R");

    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    /** What the compiler complains of; empty if nothing. */
    String compiled(Path folder) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString(), "-cp", CLASS_PATH));
        for (Map.Entry<String, String> source : sources().entrySet()) {
            Path file = folder.resolve(source.getKey() + ".java");
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, complaints, complaints, arguments.toArray(String[]::new));
        return result == 0 ? "" : complaints.toString(StandardCharsets.UTF_8);
    }

    /** Files by name. */
    private Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String snippet : snippets) {
            var type = TYPE.matcher(snippet);
            String name = type.find() ? type.group(1) : "Snippet" + sources.size();
            sources.put(name, name.startsWith("Snippet") ? wrapped(name, snippet) : snippet);
        }
        return sources;
    }

    private static String wrapped(String name, String snippet) {
        String imports =
                IMPORT.matcher(snippet).results().map(found -> found.group()).collect(Collectors.joining());
        return imports + "class " + name + " {\n void run() throws Exception {\n"
                + IMPORT.matcher(snippet).replaceAll("") + "\n}\n}\n";
    }
}
