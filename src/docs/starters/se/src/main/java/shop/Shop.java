package shop;

import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

public class Shop {

    public static void main(String[] arguments) {
        SignatureApi signatures = RestClientBuilder.newBuilder()
                .baseUri(URI.create("http://127.0.0.1:18080"))
                .build(SignatureApi.class);
        System.out.println(signatures.sign(Map.of("currency", "EUR")));
    }
}
