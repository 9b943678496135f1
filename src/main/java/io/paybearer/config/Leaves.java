// SPDX-License-Identifier: Apache-2.0
package io.paybearer.config;

import io.paybearer.Secret;
import io.paybearer.spi.IssuedToken;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys below one prefix, each by its leaf: below {@code paybearer.account.shop.} the leaf {@code proxy} is the key
 * {@code paybearer.account.shop.proxy}.
 *
 * <p>A value that is missing or cannot be used becomes a problem of the full key, and a placeholder is returned. The object
 * remembers which leaves were asked for and what the secret files held. Used by one thread; never prints a value.
 */
final class Leaves {

    private final String prefix;
    private final Map<String, String> texts;
    private final Problems problems;
    private final Set<String> read = new HashSet<>();
    private final Map<String, WatchedFile> files = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private final Set<String> oddities = new LinkedHashSet<>();

    /**
     * A reader that has read nothing yet.
     *
     * @param prefix what the full keys begin with, up to the last dot
     * @param texts the configured texts by leaf, none of them blank
     * @param problems where problems and warnings go
     */
    Leaves(String prefix, Map<String, String> texts, Problems problems) {
        this.prefix = prefix;
        this.texts = texts;
        this.problems = problems;
    }

    /** The full key of a leaf. */
    String key(String leaf) {
        return prefix + leaf;
    }

    /** The text without surrounding spaces; empty if the key is missing. */
    Optional<String> text(String leaf) {
        Optional<String> text = header(leaf);
        if (text.isPresent() && Shape.isQuoted(text.get())) {
            odd(leaf, Shape.QUOTED);
        }
        return text;
    }

    /** The same of a text in which quotation marks may be meant, as in a header. */
    private Optional<String> header(String leaf) {
        read.add(leaf);
        @Nullable String text = texts.get(leaf);
        return text == null ? Optional.empty() : Optional.of(text.strip());
    }

    /**
     * The text of a key that must be there.
     *
     * @param remedy what the problem advises where the key is missing
     */
    String requiredText(String leaf, String remedy) {
        Optional<String> text = text(leaf);
        return text.isPresent() ? text.get() : missing(leaf, remedy);
    }

    /** The items of a list; empty if the key is missing. */
    Optional<List<String>> list(String leaf) {
        Optional<String> text = text(leaf);
        return text.isPresent() ? Optional.of(TextForms.list(text.get())) : Optional.empty();
    }

    /**
     * The texts of all keys that begin with a leaf and a dot, such as {@code header.}.
     *
     * @param start the leaf and the dot
     * @return the texts by what follows the dot, without surrounding spaces
     */
    Map<String, String> below(String start) {
        Map<String, String> below = new TreeMap<>();
        for (String leaf : texts.keySet()) {
            Optional<String> text = leaf.startsWith(start) ? header(leaf) : Optional.empty();
            if (text.isPresent()) {
                below.put(leaf.substring(start.length()), text.get());
            }
        }
        return below;
    }

    /** A whole number within bounds; empty if the key is missing or its text is none. */
    Optional<Integer> number(String leaf, int least, int most) {
        return text(leaf).flatMap(text -> {
            Optional<Integer> number = TextForms.number(text).filter(value -> value >= least && value <= most);
            if (number.isEmpty()) {
                problem(leaf, "'" + text + "' is not a whole number from " + least + " to " + most + "; correct it");
            }
            return number;
        });
    }

    /** A duration; empty if the key is missing or its text is none. */
    Optional<Duration> duration(String leaf) {
        Optional<String> text = text(leaf);
        return text.isPresent() ? duration(leaf, text.get()) : Optional.empty();
    }

    private Optional<Duration> duration(String leaf, String text) {
        Optional<Duration> duration = TextForms.duration(text);
        if (duration.isEmpty()) {
            problem(leaf, "'" + text + "' is not a duration; write it as 30s, 5m, PT30S or plain seconds");
        } else if (duration.get().compareTo(IssuedToken.LONGEST_LIFETIME) > 0) {
            problem(leaf, "'" + text + "' is longer than a year; a number without a unit counts seconds");
        }
        return duration;
    }

    /** A switch; the fallback if the key is missing. */
    boolean flag(String leaf, boolean fallback) {
        String text = text(leaf).orElse(String.valueOf(fallback));
        if (!TextForms.isSwitch(text)) {
            problem(leaf, "'" + text + "' is neither true nor false; set it to one of them");
        }
        return text.equalsIgnoreCase("true");
    }

    /** A secret, from the key or from the file that {@code <leaf>-file} names; empty if both keys are missing. */
    Optional<Secret> secret(String leaf) {
        String fileLeaf = leaf + Keys.FILE_SUFFIX;
        read.add(leaf);
        Optional<String> direct = given(leaf);
        Optional<String> path = text(fileLeaf);
        if (path.isPresent() && direct.isPresent()) {
            problem(leaf, "it is given both as " + leaf + " and as " + fileLeaf + "; remove one, or set it to nothing");
        }
        if (path.isPresent()) {
            return Optional.of(secretIn(path.get(), fileLeaf));
        }
        return direct.isPresent()
                ? Optional.of(checked(leaf, Secret.of(SecretFile.content(direct.get()))))
                : Optional.empty();
    }

    /**
     * A secret that must be there.
     *
     * @param remedy what the problem advises, besides a file, where both keys are missing
     * @return the secret, empty if it is missing or its file cannot be read
     */
    Secret requiredSecret(String leaf, String remedy) {
        Optional<Secret> secret = secret(leaf);
        return secret.isPresent()
                ? secret.get()
                : Secret.of(
                        missing(leaf, remedy + ", or name a file that holds it with " + key(leaf) + Keys.FILE_SUFFIX));
    }

    /** The secret in a file that a key names; an empty one if the file cannot be used, which is then among the problems. */
    Secret secretIn(String path, String fileLeaf) {
        try {
            Secret secret = SecretFile.read(path);
            watchSecrets(fileLeaf, WatchedFile.secret(key(fileLeaf), path, secret));
            return checked(fileLeaf, secret);
        } catch (IOException e) {
            problem(fileLeaf, e.getMessage() + "; it has to name a file that holds the secret");
            return Secret.of("");
        }
    }

    /** The texts of the JSON file that a key names, by member; empty if the key is missing. */
    Map<String, Secret> members(String fileLeaf, Set<String> names) {
        Map<String, Secret> members = new TreeMap<>();
        text(fileLeaf).ifPresent(path -> {
            names.forEach(name -> members.put(name, Secret.of("")));
            try {
                members.putAll(SecretFile.members(path, names));
                watchSecrets(fileLeaf, WatchedFile.members(key(fileLeaf), path, members));
            } catch (IOException e) {
                problem(fileLeaf, e.getMessage() + "; it has to name the file as it was downloaded");
            }
        });
        return members;
    }

    private Secret checked(String leaf, Secret secret) {
        String text = secret.reveal();
        String oddity = Shape.around(text);
        if (unwanted(text)) {
            problem(leaf, "the secret holds a control character; copy it again from the provider's page");
        } else if (!oddity.isEmpty()) {
            odd(leaf, oddity);
        }
        return secret;
    }

    private void odd(String leaf, String oddity) {
        warn(leaf, oddity);
        oddities.add(key(leaf) + ": " + oddity);
    }

    /** What is odd about the values, by their shape; no value is shown. */
    List<String> oddities() {
        return List.copyOf(oddities);
    }

    /** Line breaks and tabs are left to the provider: keys in PEM have them. */
    private static boolean unwanted(String secret) {
        for (int i = 0; i < secret.length(); i++) {
            char c = secret.charAt(i);
            if (Character.isISOControl(c) && c != '\r' && c != '\n' && c != '\t') {
                return true;
            }
        }
        return false;
    }

    private Optional<String> given(String leaf) {
        return Optional.ofNullable(texts.get(leaf));
    }

    /** A key whose text could not be read is a problem already, so it is not reported as missing too. */
    private String missing(String leaf, String remedy) {
        if (!problems.concernKey(key(leaf))) {
            problem(leaf, "it is missing; " + remedy);
        }
        return "";
    }

    /** Notes what is wrong with a key. For a secret that is given as a file alone, that is the key of the file. */
    void problem(String leaf, String message) {
        String fileLeaf = leaf + Keys.FILE_SUFFIX;
        boolean file = !texts.containsKey(leaf) && texts.containsKey(fileLeaf);
        boolean quoted = Shape.isQuoted(texts.getOrDefault(leaf, ""));
        problems.add(key(file ? fileLeaf : leaf), message + (quoted ? "; " + Shape.QUOTED : ""));
    }

    /** Notes what works but is probably not meant. */
    void warn(String leaf, String message) {
        problems.warn(key(leaf), message);
        warnings.add(key(leaf) + ": " + message);
    }

    /** Whether something is wrong with any key below the prefix. */
    boolean failed() {
        return problems.concern(prefix);
    }

    /**
     * Notes the keys that are given and that nobody has asked for.
     *
     * @param where completes "it has no effect …", such as {@code with paybearer.store=memory}
     */
    void hintAtUnread(String where) {
        Set<String> unread = new TreeSet<>(texts.keySet());
        unread.removeAll(read);
        for (String leaf : unread) {
            problems.hint(key(leaf), "it has no effect " + where + "; remove it");
        }
    }

    /** Remembers a file that the values were made of. */
    void watch(WatchedFile file) {
        files.put(file.path(), file);
    }

    private void watchSecrets(String fileLeaf, WatchedFile file) {
        watch(file);
        file.exposure().ifPresent(text -> warn(fileLeaf, text));
    }

    /** A value made of what was read here, with the files that it depends on. */
    <T> Reloaded.Made<T> made(T value) {
        return new Reloaded.Made<>(value, List.copyOf(files.values()), Set.copyOf(warnings));
    }

    @Override
    public String toString() {
        return "Leaves[" + prefix + ", " + texts.keySet() + "]";
    }
}
