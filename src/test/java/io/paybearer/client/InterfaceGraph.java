// SPDX-License-Identifier: Apache-2.0
package io.paybearer.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Interfaces of a typed client as a test has thrown the dice for them, and what is right for each of their requests. */
record InterfaceGraph(List<Type> types) {

    enum Kind {
        REQUEST,
        GENERIC_REQUEST,
        LOCATOR,
        DEFAULT_METHOD
    }

    /** What an annotation site says; null is no annotation. */
    record Site(String account, String child) {}

    /** A method; {@code leads} is the interface that a locator returns. */
    record Call(String name, Kind kind, int leads, Site site) {}

    /** An interface with those that it extends. */
    record Type(int number, Site site, List<Integer> parents, List<Call> calls) {}

    /** A way from the root to a request or locator: the locators before it, its interface, its name and kind. */
    record Way(List<Call> locators, int type, String name, Kind kind) {
        boolean makesRequest() {
            return kind == Kind.REQUEST || kind == Kind.GENERIC_REQUEST;
        }
    }

    Type root() {
        return types.get(0);
    }

    /** Every interface that a type is or extends. */
    List<Type> hierarchy(Type type) {
        Set<Type> all = new LinkedHashSet<>(Set.of(type));
        type.parents().forEach(parent -> all.addAll(hierarchy(types.get(parent))));
        return List.copyOf(all);
    }

    List<Way> ways() {
        return ways(root(), List.of());
    }

    private List<Way> ways(Type type, List<Call> before) {
        List<Way> ways = new ArrayList<>();
        for (String name : names(type)) {
            Call call = maximal(type, name).get(0).getValue();
            ways.add(new Way(before, type.number(), name, call.kind()));
            if (call.kind() == Kind.LOCATOR) {
                List<Call> further =
                        Stream.concat(before.stream(), Stream.of(call)).toList();
                ways.addAll(ways(types.get(call.leads()), further));
            }
        }
        return ways;
    }

    private Set<String> names(Type type) {
        return hierarchy(type).stream()
                .flatMap(each -> each.calls().stream())
                .map(Call::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Map.Entry<Type, Call>> declarations(Type type, String name) {
        return hierarchy(type).stream()
                .flatMap(each -> each.calls().stream()
                        .filter(call -> call.name().equals(name))
                        .map(call -> Map.entry(each, call)))
                .toList();
    }

    /** The declarations that no other one overrides. */
    private List<Map.Entry<Type, Call>> maximal(Type type, String name) {
        List<Map.Entry<Type, Call>> all = declarations(type, name);
        return all.stream()
                .filter(each -> all.stream()
                        .noneMatch(other ->
                                other != each && hierarchy(other.getKey()).contains(each.getKey())))
                .toList();
    }

    // The oracle: the first of these that says anything. Two values are an ambiguity, to be refused.

    private Set<String> said(Way way, Function<Site, String> read) {
        for (Set<String> said : inTurn(types.get(way.type()), way.name(), read)) {
            if (!said.isEmpty()) {
                return said;
            }
        }
        int last = way.locators().size() - 1;
        return last < 0 ? Set.of() : said(locator(way, last), read);
    }

    private static Way locator(Way way, int last) {
        List<Call> before = way.locators().subList(0, last);
        int type = last == 0 ? 0 : before.get(last - 1).leads();
        return new Way(before, type, way.locators().get(last).name(), Kind.LOCATOR);
    }

    /** On the method; on what it overrides and the interface that declares it; on the interfaces around. */
    private List<Set<String>> inTurn(Type type, String name, Function<Site, String> read) {
        List<Map.Entry<Type, Call>> methods = maximal(type, name);
        return List.of(
                values(methods.stream().map(each -> each.getValue().site()), read),
                values(
                        methods.stream()
                                .flatMap(each -> Stream.concat(
                                        Stream.of(each.getKey().site()),
                                        declarations(each.getKey(), name).stream()
                                                .map(other -> other.getValue().site()))),
                        read),
                Stream.concat(Stream.of(type), methods.stream().map(Map.Entry::getKey))
                        .flatMap(each -> nearest(each, read).stream())
                        .collect(Collectors.toSet()));
    }

    private Set<String> nearest(Type type, Function<Site, String> read) {
        Set<String> own = values(Stream.of(type.site()), read);
        return !own.isEmpty()
                ? own
                : type.parents().stream()
                        .flatMap(parent -> nearest(types.get(parent), read).stream())
                        .collect(Collectors.toSet());
    }

    private static Set<String> values(Stream<Site> sites, Function<Site, String> read) {
        return sites.map(read).flatMap(Stream::ofNullable).collect(Collectors.toSet());
    }

    /** What is right for each request, or null if the client has to be refused. */
    Map<Way, Optional<String>> expected(Function<Site, String> read) {
        Map<Way, Optional<String>> expected = new LinkedHashMap<>();
        Map<String, Optional<String>> ofMethods = new LinkedHashMap<>();
        for (Way way : ways()) {
            Set<String> said = way.kind() == Kind.DEFAULT_METHOD ? Set.of() : said(way, read);
            if (said.size() > 1 || overlooked(way, read)) {
                return null;
            }
            if (way.makesRequest()) {
                expected.put(way, said.stream().findFirst());
            }
        }
        boolean certain = expected.entrySet().stream()
                .allMatch(each -> methods(each.getKey())
                        .allMatch(method ->
                                each.getValue().equals(ofMethods.computeIfAbsent(method, any -> each.getValue()))));
        return certain ? expected : null;
    }

    private Stream<String> methods(Way way) {
        return maximal(types.get(way.type()), way.name()).stream()
                .map(each -> each.getKey().number() + "." + way.name());
    }

    private boolean overlooked(Way way, Function<Site, String> read) {
        return way.kind() == Kind.DEFAULT_METHOD
                && declarations(types.get(way.type()), way.name()).stream()
                        .anyMatch(each -> read.apply(each.getValue().site()) != null);
    }
}
