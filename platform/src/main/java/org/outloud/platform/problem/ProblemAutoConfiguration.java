package org.outloud.platform.problem;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import tools.jackson.databind.json.JsonMapper;

/** Makes every failure a problem document. */
@AutoConfiguration
class ProblemAutoConfiguration {

    @Bean
    Problems problems() {
        return new Problems(bundle());
    }

    @Bean
    ProblemResponses problemResponses(Problems problems, JsonMapper json) {
        return new ProblemResponses(problems, json);
    }

    private static MessageSource bundle() {
        ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();
        bundle.setBasenames("problems", "platform-problems");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        return bundle;
    }
}
