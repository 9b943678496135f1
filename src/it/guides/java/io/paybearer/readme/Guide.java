// SPDX-License-Identifier: Apache-2.0
package io.paybearer.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * A section of a guide that ends with a server. Where its commands say that the user puts an account into a copied file, the user puts
 * the accounts of the stand-ins into it. Folders are those of the newcomer.
 */
record Guide(String title, Document section, Newcomer newcomer) {

    private static final String TO_EDIT = "# put your account";

    /** The answer of a call whose token the stand-in accepts. */
    static String answer(Document page) {
        return page.blocks("text").stream()
                .filter(block -> block.contains("\"signature\""))
                .findFirst()
                .orElseThrow()
                .strip();
    }

    /** Types the first block, which starts the server, and in another terminal the second, which calls it. */
    void leadsTo(String answer, Path folder, Path shop, String started) throws Exception {
        leadsTo(answer, folder, shop, started, section.blocks("sh").get(1));
    }

    /** Types the first block, which starts the server, and in another terminal a call. */
    void leadsTo(String answer, Path folder, Path shop, String started, String call) throws Exception {
        try (Terminal server = newcomer.in(folder, title);
                Terminal user = newcomer.in(folder, title)) {
            String log = start(server, shop, started);
            String printed = user.type(call);
            assertThat(printed)
                    .withFailMessage(
                            () -> "Not the answer of the page:\n" + printed + "\nThe server:\n" + log + server.rest())
                    .contains(answer);
        }
    }

    /** Types the commands of the first block; the last one starts the server. What the server printed is given back. */
    private String start(Terminal server, Path shop, String started) throws Exception {
        server.type("export PAYBEARER=" + newcomer.project());
        server.type("export SHOP=" + shop);
        List<String> commands = Terminal.lines(here(section.blocks("sh").get(0), shop));
        for (String command : commands.subList(0, commands.size() - 1)) {
            server.type(command);
            if (command.contains(TO_EDIT)) {
                server.type("sed -i -f " + accountsOfTheStandIns() + " " + copied(command));
            }
        }
        return server.leave(commands.get(commands.size() - 1), started);
    }

    private String here(String commands, Path shop) {
        return newcomer.here(commands).replace("/path/to/shop-wildfly", shop.toString());
    }

    /** The file that a command has copied or appended to. */
    private static String copied(String command) {
        List<String> words = List.of(command.split("#", 2)[0].strip().split(" +"));
        String target = words.get(words.size() - 1);
        Path source = Path.of(words.get(words.size() - 2));
        return target.matches("\\.|.*/") ? target + "/" + source.getFileName() : target;
    }

    /** What turns the placeholders of {@code config-samples} into the accounts of the stand-ins. */
    private Path accountsOfTheStandIns() throws IOException {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return write("edit.sed", """
                s|25011120687[67]|250111206876|
                s|/run/secrets/paybearer/.*secret-word$|%s|
                s|0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0|00000000-0000-4000-8000-00000000cafe|
                s|/run/secrets/paybearer/.*public-key.pem$|%s|
                s|/run/secrets/paybearer/store-keys$|%s|
                s|https://secure.2checkout.com|%4$s|
                s|https://secure.sandbox.paymentsgate.io|%4$s|
                /^paybearer.account.shop-eu.provider=/a paybearer.account.shop-eu.base-uri=%4$s/checkout
                """.formatted(
                        write("secret-word", "sandbox-secret-word"),
                        write("public-key.pem", publicKey()),
                        write("store-keys", "k1:" + Base64.getEncoder().encodeToString(key)),
                        Newcomer.STAND_IN));
    }

    /** The one that the stand-ins print. */
    private String publicKey() throws IOException {
        return Files.readAllLines(newcomer.tmp().resolve("sandbox.properties")).stream()
                .filter(line -> line.startsWith("paybearer.account.gate.public-key="))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .findFirst()
                .orElseThrow();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(newcomer.tmp().resolve(name), text);
    }
}
