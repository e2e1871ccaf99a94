package org.outloud.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.outloud.gateway.GatewayTest;
import org.springframework.test.context.TestPropertySource;

/** A gateway that people know under an https address, whatever carries the last hop. */
@TestPropertySource(properties = "outloud.site.origin=https://outloud.example")
class HttpsTest extends GatewayTest {

    @Test
    void browsersAreToldToComeEncryptedOnly() {
        HttpHeaders headers = browser().get("/").headers();

        assertThat(headers.firstValue("Strict-Transport-Security")).hasValue("max-age=31536000; includeSubDomains");
    }

    @Test
    void cookiesAreTakenFromThisHostAloneAndOnlyEncrypted() {
        assertThat(browser().get("/").headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-XSRF-TOKEN="))
                .allSatisfy(HttpsTest::isOfThisHostAlone);
        assertThat(browser().get("/oauth2/authorization/keycloak").headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("__Host-OUTLOUD_SESSION=").containsIgnoringCase("HttpOnly"))
                .allSatisfy(HttpsTest::isOfThisHostAlone);
    }

    private static void isOfThisHostAlone(String cookie) {
        assertThat(cookie)
                .startsWith("__Host-")
                .containsIgnoringCase("Secure")
                .contains("Path=/", "SameSite=Lax")
                .doesNotContainIgnoringCase("Domain=");
    }
}
