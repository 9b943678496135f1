package shop;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;

@Path("/sign")
public class CheckoutResource {

    @Inject
    @RestClient
    SignatureApi signatures;

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> sign() {
        return signatures.sign(Map.of("currency", "EUR"));
    }
}
