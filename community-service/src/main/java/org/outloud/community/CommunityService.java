package org.outloud.community;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Communities of practice, who takes part in them, and the inventory of all communities there are. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CommunityService {

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(CommunityService.class, arguments);
    }
}
