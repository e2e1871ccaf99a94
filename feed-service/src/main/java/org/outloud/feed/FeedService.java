package org.outloud.feed;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the feed-service. */
@SpringBootApplication
public class FeedService {

    /** Arguments are Spring Boot's. */
    public static void main(String[] arguments) {
        SpringApplication.run(FeedService.class, arguments);
    }
}
