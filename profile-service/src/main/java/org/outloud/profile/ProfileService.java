package org.outloud.profile;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the profile-service. */
@SpringBootApplication
public class ProfileService {

    /** Arguments are Spring Boot's. */
    public static void main(String[] arguments) {
        SpringApplication.run(ProfileService.class, arguments);
    }
}
