package shop;

import io.paybearer.PaymentAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@ApplicationScoped
@RegisterRestClient(configKey = "signatures")
@PaymentAccount("shop-eu")
public interface SignatureApi {

    @POST
    @Path("/checkout/api/encrypt/generate/signature")
    Map<String, Object> sign(Map<String, Object> order);
}
