package org.outloud.feed.syndication;

import org.outloud.platform.security.PathRules;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Opens the secret addresses to readers that cannot sign in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SyndicationProperties.class)
class SyndicationConfiguration {

    @Bean
    PathRules secretAddressesNeedNoToken() {
        return paths -> paths.pathMatchers(HttpMethod.GET, SyndicationController.BY_KEY + "**")
                .permitAll();
    }
}
