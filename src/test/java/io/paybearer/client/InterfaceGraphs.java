// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import io.paybearer.client.InterfaceGraph.Call;
import io.paybearer.client.InterfaceGraph.Kind;
import io.paybearer.client.InterfaceGraph.Site;
import io.paybearer.client.InterfaceGraph.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Throws the dice for interfaces and writes their sources. Types lead to types of higher numbers: Jersey dies of cycles. */
final class InterfaceGraphs {

    private final Random dice;
    private final int sites;

    private InterfaceGraphs(Random dice) {
        this.dice = dice;
        this.sites = 1 + dice.nextInt(4);
    }

    static InterfaceGraph random(Random dice) {
        InterfaceGraphs graphs = new InterfaceGraphs(dice);
        int types = 1 + dice.nextInt(5);
        return new InterfaceGraph(IntStream.range(0, types)
                .mapToObj(number -> graphs.type(number, types))
                .toList());
    }

    private Type type(int number, int types) {
        List<Integer> parents = IntStream.range(number + 1, types)
                .filter(parent -> dice.nextInt(3) == 0)
                .boxed()
                .toList();
        List<Call> calls = new ArrayList<>();
        for (String shared : List.of("x", "y")) {
            if (dice.nextInt(2) == 0) {
                calls.add(new Call(shared, Kind.REQUEST, 0, site()));
            }
        }
        if (dice.nextInt(4) == 0) {
            calls.add(new Call("g", Kind.GENERIC_REQUEST, 0, site()));
        }
        if (dice.nextInt(4) == 0) {
            calls.add(new Call(
                    "d" + number, Kind.DEFAULT_METHOD, 0, dice.nextInt(8) == 0 ? site() : new Site(null, null)));
        }
        for (int i = 0; number + 1 < types && i < dice.nextInt(3); i++) {
            int leads = number + 1 + dice.nextInt(types - number - 1);
            calls.add(new Call("l" + number + i, Kind.LOCATOR, leads, site()));
        }
        return new Type(number, site(), parents, calls);
    }

    /** An annotation at one site in a few, so that many graphs say one thing. */
    private Site site() {
        return new Site(
                dice.nextInt(2 + sites) == 0 ? List.of("a", "a", "b").get(dice.nextInt(3)) : null,
                dice.nextInt(4 + sites) == 0 ? "cl_" + (1 + dice.nextInt(2)) : null);
    }

    /** The sources of a graph's types, in a package of its own. */
    static Map<String, String> sources(InterfaceGraph graph, String room) {
        Map<String, String> sources = new LinkedHashMap<>();
        graph.types().forEach(type -> sources.put(room + ".T" + type.number(), source(graph, type, room)));
        return sources;
    }

    private static String source(InterfaceGraph graph, Type type, String room) {
        String parents = type.parents().stream()
                .map(parent -> use(graph.types().get(parent)))
                .collect(Collectors.joining(", "));
        return "package " + room + ";\nimport io.paybearer.*;\nimport jakarta.ws.rs.*;\n"
                + annotations(type.site()) + "public interface T" + type.number() + (generic(type) ? "<X>" : "")
                + (parents.isEmpty() ? "" : " extends " + parents) + " {\n"
                + type.calls().stream().map(call -> method(graph, type, call)).collect(Collectors.joining())
                + "}\n";
    }

    private static String method(InterfaceGraph graph, Type type, Call call) {
        String path = annotations(call.site()) + "@Path(\"" + call.name() + "\") ";
        return "  "
                + switch (call.kind()) {
                    case REQUEST -> path + "@GET String " + call.name() + "();";
                    case GENERIC_REQUEST ->
                        path + "@GET String g(@QueryParam(\"v\") " + (generic(type) ? "X" : "String") + " v);";
                    case LOCATOR -> path + use(graph.types().get(call.leads())) + " " + call.name() + "();";
                    case DEFAULT_METHOD ->
                        annotations(call.site()) + "default String " + call.name() + "() { return \"\"; }";
                }
                + "\n";
    }

    private static boolean generic(Type type) {
        return type.parents().isEmpty() && type.number() > 0;
    }

    private static String use(Type type) {
        return "T" + type.number() + (generic(type) ? "<String>" : "");
    }

    private static String annotations(Site site) {
        return (site.account() == null ? "" : "@PaymentAccount(\"" + site.account() + "\") ")
                + (site.child() == null ? "" : "@ClientId(\"" + site.child() + "\") ");
    }
}
