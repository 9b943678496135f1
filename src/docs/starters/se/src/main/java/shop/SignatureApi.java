package shop;

import io.paybearer.PaymentAccount;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;

@PaymentAccount("shop-eu")
public interface SignatureApi {

    @POST
    @Path("/checkout/api/encrypt/generate/signature")
    Map<String, Object> sign(Map<String, Object> order);
}
