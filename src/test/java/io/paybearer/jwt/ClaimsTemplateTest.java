// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.junit.jupiter.api.Test;

class ClaimsTemplateTest {

    @Test
    void everyCharacter_comesBackAsItWas() throws Exception {
        for (char c = 0; c < Character.MIN_SURROGATE; c++) {
            String text = "a" + c + "b";
            String json = new ClaimsTemplate(Map.of("sub", text)).with(1);
            assertThat(JsonUtil.parseJson(json))
                    .as(json)
                    .containsEntry("sub", text)
                    .containsEntry("iat", 1L);
        }
    }

    @Test
    void plainTexts_areWrittenAsJose4jWritesThem() {
        for (char c = ' '; c <= '~'; c++) {
            String text = "a" + c + "b";
            assertThat(new ClaimsTemplate(Map.of("sub", text)).with(1, 2))
                    .isEqualTo(JsonUtil.toJson(Map.of("sub", text)).replaceFirst("}$", "") + ",\"iat\":1,\"exp\":2}");
        }
    }
}
