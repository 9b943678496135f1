// SPDX-License-Identifier: Apache-2.0
package io.paybearer.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Feature;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a native image has to be told is what is found by name at run time: services, and what applications register by class.
 * A class that is missing here is to be added to {@code reflect-config.json}, a service file to {@code resource-config.json}.
 */
class NativeImageTest {

    private static final Path META_INF = Path.of("src/main/resources/META-INF");
    private static final Path METADATA = META_INF.resolve("native-image/io.paybearer/paybearer");

    private static JsonStructure read(String file) throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(METADATA.resolve(file)))) {
            return reader.read();
        }
    }

    private static List<JsonObject> reflection() throws IOException {
        return read("reflect-config.json").asJsonArray().getValuesAs(JsonValue::asJsonObject);
    }

    /** The service files that are read at run time; those of CDI's extensions are read while an application is built. */
    private static Set<Path> services() throws IOException {
        try (Stream<Path> files = Files.list(META_INF.resolve("services"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("jakarta.enterprise."))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> providers() throws IOException {
        Set<String> classes = new TreeSet<>();
        for (Path service : services()) {
            classes.addAll(Files.readAllLines(service));
        }
        return classes;
    }

    private static Set<String> registeredByClass() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.paybearer").stream()
                        .filter(type ->
                                type.isAssignableTo(Feature.class) || type.isAssignableTo(ClientRequestFilter.class))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                                && type.tryGetConstructor().isPresent())
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
    }

    @Test
    void reflection_namesExactlyWhatIsFoundByName() throws IOException {
        Set<String> expected = new TreeSet<>(providers());
        expected.addAll(registeredByClass());

        assertThat(reflection().stream().map(entry -> entry.getString("name")).filter(name -> name.startsWith("io.")))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void reflection_namesMembersThatExist() throws Exception {
        for (JsonObject entry : reflection()) {
            if (entry.getString("name").startsWith("org.jboss.resteasy.") && !resteasyIsPresent()) {
                continue;
            }
            Class<?> type = Class.forName(entry.getString("name"));
            assertThat(entry.getJsonArray("methods")).as(type.getName()).isNotEmpty();
            for (JsonObject member : entry.getJsonArray("methods").getValuesAs(JsonObject.class)) {
                String name = member.getString("name");
                Executable found = name.equals("<init>") ? type.getConstructor() : type.getDeclaredMethod(name);
                assertThat(member.getJsonArray("parameterTypes")).hasSize(found.getParameterCount());
            }
        }
    }

    private static boolean resteasyIsPresent() {
        return NativeImageTest.class.getResource("/org/jboss/resteasy/client/jaxrs/ResteasyClient.class") != null;
    }

    @Test
    void resources_areExactlyTheServiceFiles() throws IOException {
        List<String> patterns = read("resource-config.json")
                .asJsonObject()
                .getJsonObject("resources")
                .getJsonArray("includes")
                .getValuesAs(include -> include.asJsonObject().getString("pattern"));

        assertThat(patterns)
                .containsExactlyInAnyOrderElementsOf(services().stream()
                        .map(file -> Pattern.quote("META-INF/services/" + file.getFileName()))
                        .toList());
    }
}
