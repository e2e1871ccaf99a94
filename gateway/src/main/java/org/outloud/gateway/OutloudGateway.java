package org.outloud.gateway;

import org.outloud.gateway.settings.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;

/** Starts the gateway. It needs none of its neighbours for that: neither the services nor Keycloak. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class OutloudGateway {

    private static final Logger LOG = LoggerFactory.getLogger(OutloudGateway.class);

    /** Starts it with settings from the environment. */
    public static void main(String[] arguments) {
        SpringApplication.run(OutloudGateway.class, arguments);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> readyLine(Site site) {
        return ready -> LOG.info("The gateway is ready at {}", site.origin());
    }
}
