// SPDX-License-Identifier: Apache-2.0
package io.paybearer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.paybearer.sandbox.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Secrets and tokens that are looked for in everything that commands print. */
class SecretsTest extends CliTest {

    @Test
    void commands_printNoSecret_andNoTokenButTheOneThatIsAskedFor() {
        String file = file(gate(), shop(), partner());
        List<String> printed = new ArrayList<>();
        String token = Run.of("token", "partner", "-c", file).out().strip();
        for (Fault fault :
                List.of(Fault.none(), Fault.status(403), Fault.status(503), Fault.drop(), Fault.body("a/b", "x"))) {
            sandbox.faults().always("/auth/token", fault);
            printed.add(Run.of("check", "--online", "-c", file).all());
            printed.add(Run.of("check", "--online", "--json", "-c", file).all());
        }
        printed.add(Run.of("token", "gate", "-c", file).all());
        printed.add(Run.of("inspect", token).all());
        Map<String, String> broken = shop();
        broken.put("paybearer.account.shop.token-lifetime", "soon");
        printed.add(Run.of("check", "-c", file(broken)).all());

        assertThat(printed)
                .hasSize(13)
                .allSatisfy(text -> assertThat(text).isNotEmpty().doesNotContain(secrets(token)));
    }

    private List<String> secrets(String token) {
        List<String> secrets = new ArrayList<>(List.of(token, token.substring(token.lastIndexOf('.') + 1)));
        sandbox.received().stream()
                .flatMap(request -> request.header("Authorization").stream())
                .forEach(secrets::add);
        List.of(gate(), shop(), partner())
                .forEach(account -> account.forEach((key, value) -> {
                    if (key.endsWith("-key") || key.endsWith("-word")) {
                        secrets.add(value);
                    }
                }));
        return secrets;
    }
}
