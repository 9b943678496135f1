// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.tck;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** One run of the TCK, as its reports tell it: each test with its outcomes. A test that has parameters has several. */
final class Run {

    /** Tests of Reactive Streams that skip rather than fail; at least one of them does so now and then. */
    private static final String OPTIONAL = "optional_";

    private final TreeMap<String, List<String>> outcomes = new TreeMap<>();

    /** Reads the reports of a folder. */
    static Run of(Path folder) throws IOException, SAXException, ParserConfigurationException {
        Run run = new Run();
        try (DirectoryStream<Path> reports = Files.newDirectoryStream(folder, "TEST-*.xml")) {
            for (Path report : reports) {
                run.read(report);
            }
        }
        run.outcomes.values().forEach(several -> several.sort(null));
        return run;
    }

    private void read(Path report) throws IOException, SAXException, ParserConfigurationException {
        NodeList tests = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getElementsByTagName("testcase");
        for (int i = 0; i < tests.getLength(); i++) {
            Element test = (Element) tests.item(i);
            outcomes.computeIfAbsent(name(test), unused -> new ArrayList<>()).add(outcome(test));
        }
    }

    /** Class and method; what Surefire puts behind the class, in parentheses, is the same for all tests of a run. */
    private static String name(Element test) {
        String type = test.getAttribute("classname").replaceAll("\\(.*|.*\\.(?=\\w+)", "");
        return type + '.' + test.getAttribute("name");
    }

    private static String outcome(Element test) {
        if (has(test, "error") || has(test, "failure")) {
            return "failed";
        }
        return has(test, "skipped") && !test.getAttribute("name").startsWith(OPTIONAL) ? "skipped" : "passed";
    }

    private static boolean has(Element test, String what) {
        return test.getElementsByTagName(what).getLength() > 0;
    }

    /** How many tests there were. */
    int size() {
        return outcomes.values().stream().mapToInt(List::size).sum();
    }

    /** The tests that failed or were skipped at least once, by name. */
    Set<String> notPassed() {
        Set<String> tests = new TreeSet<>(outcomes.keySet());
        tests.removeIf(test -> outcomes.get(test).stream().allMatch("passed"::equals));
        return tests;
    }

    /** The tests that have other outcomes in another run, or are missing in one of the two, by name. */
    Set<String> differences(Run other) {
        Set<String> differing = new TreeSet<>(outcomes.keySet());
        differing.addAll(other.outcomes.keySet());
        differing.removeIf(
                test -> outcomes.getOrDefault(test, List.of()).equals(other.outcomes.getOrDefault(test, List.of())));
        return differing;
    }
}
