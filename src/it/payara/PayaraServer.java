// SPDX-License-Identifier: Apache-2.0
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;

/**
 * Payara Micro that deploys what its standard input says. Payara's own connector starts a server for each deployment, so two
 * applications would not meet in it. Run from source, with Payara Micro on the class path and its options as arguments.
 */
public final class PayaraServer {

    private PayaraServer() {}

    public static void main(String[] options) throws Exception {
        PayaraMicro.main(options);
        PayaraMicroRuntime server = PayaraMicro.getInstance().getRuntime();
        answer("done");
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            answer(obey(server, order.split(" ", 2)));
        }
        server.shutdown();
        System.exit(0);
    }

    private static String obey(PayaraMicroRuntime server, String[] order) {
        if (order[0].equals("deploy")) {
            File archive = new File(order[1]);
            boolean deployed = server.deploy(archive)
                    && server.getDeployedApplicationNames()
                            .contains(archive.getName().replaceFirst("\\.\\w+$", ""));
            return deployed ? "done" : "was not deployed";
        }
        server.undeploy(order[1]);
        return server.getDeployedApplicationNames().contains(order[1]) ? "is still deployed" : "done";
    }

    private static void answer(String text) {
        System.out.println("\n@@ " + text);
    }
}
