package org.outloud.gateway;

import org.outloud.gateway.testing.Browser;
import org.outloud.gateway.testing.Neighbours;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A whole gateway at a port of its own, among stand-ins. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"OUTLOUD_LIMITS=off", "outloud.site.origin=http://outloud.example:8080"})
@AutoConfigureWebTestClient(timeout = "20s")
public abstract class GatewayTest {

    @Autowired
    protected WebTestClient client;

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry settings) {
        Neighbours.introduce(settings);
    }

    protected Browser browser() {
        return new Browser(port);
    }
}
