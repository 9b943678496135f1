// SPDX-License-Identifier: Apache-2.0
package io.paybearer.sandbox;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A tab of a browser. It waits inside the page, so that a test does not sleep. */
final class BrowserPage implements AutoCloseable {

    private static final Map<String, Integer> KEYS = Map.of("Tab", 9, "Enter", 13, " ", 32, "ArrowDown", 40);

    private final DevTools devTools;
    private final Object target;
    private final String session;

    private BrowserPage(DevTools devTools, Object target, Object session) {
        this.devTools = devTools;
        this.target = target;
        this.session = (String) session;
    }

    static BrowserPage open(DevTools devTools) {
        Object target = devTools.command("", "Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId");
        Map<String, Object> attached =
                devTools.command("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true));
        BrowserPage page = new BrowserPage(devTools, target, attached.get("sessionId"));
        List.of("Page", "Runtime", "Log", "Network", "Accessibility")
                .forEach(part -> page.command(part + ".enable", Map.of()));
        page.command("Emulation.setTimezoneOverride", Map.of("timezoneId", "UTC"));
        return page;
    }

    BrowserPage go(URI uri) {
        command("Page.navigate", Map.of("url", uri.toString()));
        until("document.readyState === 'complete' && location.href.startsWith('" + uri + "')");
        return this;
    }

    BrowserPage size(int width, int height) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /** @param scheme {@code light} or {@code dark} */
    BrowserPage colours(String scheme) {
        Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
        command("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
        return this;
    }

    /** The value of an expression, after it has been settled if it is a promise. */
    Object value(String expression) {
        Map<String, Object> answer = command(
                "Runtime.evaluate",
                Map.of("expression", expression, "awaitPromise", true, "returnByValue", true, "userGesture", true));
        if (answer.containsKey("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
        }
        return DevTools.object(answer.get("result")).get("value");
    }

    String text(String selector) {
        return (String) value("document.querySelector('" + selector + "').innerText");
    }

    /** Waits until a condition holds. Where the tab goes to another document meanwhile, it is asked again there. */
    BrowserPage until(String condition) {
        boolean holds = false;
        while (!holds) {
            try {
                value("new Promise(done => { const look = () => (" + condition
                        + ") ? done(true) : setTimeout(look, 20); look(); })");
                holds = true;
            } catch (RuntimeException | AssertionError e) {
                if (!String.valueOf(e.getMessage()).contains("context was destroyed")
                        && !String.valueOf(e.getMessage()).contains("navigated")) {
                    throw e;
                }
            }
        }
        return this;
    }

    BrowserPage press(String... keys) {
        for (String key : keys) {
            String text = key.equals("Enter") ? "\r" : key.equals(" ") ? " " : "";
            for (String type : List.of("keyDown", "keyUp")) {
                command(
                        "Input.dispatchKeyEvent",
                        Map.of(
                                "type",
                                type,
                                "key",
                                key,
                                "code",
                                key.equals(" ") ? "Space" : key,
                                "text",
                                type.equals("keyDown") ? text : "",
                                "windowsVirtualKeyCode",
                                KEYS.get(key)));
            }
        }
        return this;
    }

    /** Presses Tab until an element that the selector describes has the focus, once round the page at the most. */
    BrowserPage tabTo(String selector) {
        for (int i = 0; i < 100; i++) {
            press("Tab");
            if ((Boolean) value("document.activeElement.matches('" + selector + "')")) {
                return this;
            }
        }
        throw new AssertionError("Tab does not reach " + selector);
    }

    /** Types over what is in the field that has the focus. */
    BrowserPage type(String text) {
        value("document.activeElement.select()");
        command("Input.insertText", Map.of("text", text));
        return this;
    }

    byte[] screenshot() {
        Object data = command("Page.captureScreenshot", Map.of("format", "png")).get("data");
        return Base64.getDecoder().decode((String) data);
    }

    /** What the browser complains about: exceptions, and what the page's policy forbids. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        events("Runtime.exceptionThrown").forEach(event -> complaints.add(event.toString()));
        events("Log.entryAdded").forEach(event -> complaints.add(event.toString()));
        return complaints;
    }

    /** The URLs that this tab has asked for. */
    List<String> requested() {
        return events("Network.requestWillBeSent")
                .map(event -> (String) DevTools.object(event.get("request")).get("url"))
                .toList();
    }

    /** The elements that can have the focus, as a screen reader calls them: role and name. */
    List<String> controls() {
        List<?> nodes =
                (List<?>) command("Accessibility.getFullAXTree", Map.of()).get("nodes");
        return nodes.stream()
                .map(DevTools::object)
                .filter(BrowserPage::canHaveFocus)
                .map(node -> said(node, "role") + ":" + said(node, "name"))
                .toList();
    }

    /** It asks for nothing any more: a free port may become another test's. */
    @Override
    public void close() {
        devTools.command("", "Target.closeTarget", Map.of("targetId", target));
    }

    private static boolean canHaveFocus(Map<String, Object> node) {
        return node.get("properties") instanceof List<?> properties
                && properties.stream()
                        .map(DevTools::object)
                        .anyMatch(property -> "focusable".equals(property.get("name")));
    }

    private static Object said(Map<String, Object> node, String what) {
        return node.get(what) == null ? "" : DevTools.object(node.get(what)).get("value");
    }

    private Stream<Map<String, Object>> events(String method) {
        return devTools.events(session, method);
    }

    private Map<String, Object> command(String method, Map<String, ?> parameters) {
        return devTools.command(session, method, parameters);
    }
}
