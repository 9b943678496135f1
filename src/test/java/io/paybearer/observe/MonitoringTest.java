// SPDX-License-Identifier: Apache-2.0
package io.paybearer.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.paybearer.spi.AccountStatus;
import io.paybearer.spi.TokenEvent;
import io.paybearer.spi.TokenRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.json.JsonUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Dashboard, alert rules and guide name the metrics that there are, and no others. */
class MonitoringTest {

    private static final Path FOLDER = Path.of("config-samples/monitoring");
    private static final Pattern NAME = Pattern.compile("paybearer_[a-z_]+|error_type");
    private static final Pattern KIND = Pattern.compile("error_type=~?\"(\\w+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(paybearer[.a-z]+)` \\| (\\w+) \\| `(.+?)` \\|");
    private static final Set<String> LABELS = Set.of("paybearer_account", "paybearer_provider", "error_type");

    private final Recorded recorded = new Recorded();
    private final TelemetryListener listener = new TelemetryListener();

    @BeforeEach
    void recordEveryEvent() {
        GlobalOpenTelemetry.resetForTest();
        GlobalOpenTelemetry.set(recorded.telemetry());
        listener.start(
                () -> List.of(new AccountStatus("shop", "acme", AccountStatus.State.VALID, Duration.ofMinutes(10))));
        for (TokenEvent.Type type : TokenEvent.Type.values()) {
            TokenRequestException failure = type == TokenEvent.Type.FAILED
                    ? new TokenRequestException(TokenRequestException.Kind.REFUSED, "no", null)
                    : null;
            listener.on(new TokenEvent(type, "shop", "acme", Duration.ofMillis(1), failure));
        }
    }

    @AfterEach
    void forget() {
        listener.stop();
        recorded.close();
        GlobalOpenTelemetry.resetForTest();
    }

    /** The name that the Prometheus exporter gives to a metric. */
    private static String prometheus(MetricData metric) {
        String unit = metric.getUnit().equals("s") ? "_seconds" : "";
        String base = metric.getName().replace('.', '_') + unit;
        return switch (metric.getType()) {
            case LONG_SUM -> base + "_total";
            case HISTOGRAM -> base + "_bucket";
            default -> base;
        };
    }

    private Set<String> names() {
        return recorded.metrics().stream()
                .map(MonitoringTest::prometheus)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> used(List<String> expressions) {
        Set<String> used = new TreeSet<>();
        expressions.forEach(expression -> NAME.matcher(expression).results().forEach(found -> used.add(found.group())));
        return used;
    }

    private static void assertWellFormed(List<String> expressions) {
        Set<String> kinds = Stream.of(TokenRequestException.Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        for (String expression : expressions) {
            for (String pair : List.of("()", "[]", "{}")) {
                assertThat(expression.chars().filter(c -> c == pair.charAt(0)).count())
                        .as(expression)
                        .isEqualTo(expression
                                .chars()
                                .filter(c -> c == pair.charAt(1))
                                .count());
            }
            assertThat(KIND.matcher(expression).results().map(found -> found.group(1)))
                    .isSubsetOf(kinds);
        }
    }

    @Test
    void dashboard_showsEveryMetric_andNamesNoOther() throws Exception {
        Map<String, Object> dashboard = JsonUtil.parseJson(Files.readString(FOLDER.resolve("grafana-dashboard.json")));
        List<String> expressions = valuesOf("expr", dashboard);

        assertThat(expressions).hasSizeGreaterThan(6);
        assertWellFormed(expressions);
        assertThat(used(expressions)).containsAll(names());
        assertThat(names()).containsAll(minus(used(expressions), LABELS));
        assertThat(names()).containsAll(minus(used(valuesOf("query", dashboard)), LABELS));
    }

    @Test
    void alertRules_nameNoMetricThatThereIsNot_andSayWhatIsTheMatter() throws Exception {
        Map<String, Object> rules = yaml(FOLDER.resolve("prometheus-alerts.yaml"));
        List<String> expressions = valuesOf("expr", rules);

        assertThat(expressions).hasSize(valuesOf("alert", rules).size()).hasSizeGreaterThan(4);
        assertThat(valuesOf("summary", rules)).hasSameSizeAs(expressions);
        assertWellFormed(expressions);
        assertThat(names()).containsAll(minus(used(expressions), LABELS));
    }

    @Test
    void guide_listsEveryMetric_withItsInstrumentAndUnit() throws IOException {
        String guide = Files.readString(Path.of("src/docs/observability.md"));
        Set<String> rows = ROW.matcher(guide)
                .results()
                .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows)
                .isEqualTo(recorded.metrics().stream()
                        .map(metric -> metric.getName() + " " + instrument(metric) + " " + metric.getUnit())
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(minus(used(List.of(guide)), Set.of())).isSubsetOf(names());
        for (TokenRequestException.Kind kind : TokenRequestException.Kind.values()) {
            assertThat(guide).contains("| `" + kind.name().toLowerCase(Locale.ROOT) + "` |");
        }
        for (AccountStatus.State state : AccountStatus.State.values()) {
            assertThat(guide)
                    .contains("| `" + state.name().toLowerCase(Locale.ROOT).replace('_', ' ') + "` |");
        }
    }

    @Test
    void folder_hasNothingThatNoTestReads() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("grafana-dashboard.json", "prometheus-alerts.yaml");
        }
    }

    private static String instrument(MetricData metric) {
        return switch (metric.getType()) {
            case LONG_SUM -> "counter";
            case HISTOGRAM -> "histogram";
            default -> "gauge";
        };
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> yaml(Path file) throws IOException {
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
        return (Map<String, Object>) tree;
    }

    /** All texts under that name, however deep in the tree. */
    private static List<String> valuesOf(String name, Object tree) {
        List<String> values = new ArrayList<>();
        if (tree instanceof Map<?, ?> map) {
            if (map.get(name) instanceof String text) {
                values.add(text);
            }
            map.values().forEach(value -> values.addAll(valuesOf(name, value)));
        } else if (tree instanceof Collection<?> list) {
            list.forEach(value -> values.addAll(valuesOf(name, value)));
        }
        return values;
    }
}
