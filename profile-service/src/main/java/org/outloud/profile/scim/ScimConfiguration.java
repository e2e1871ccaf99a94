package org.outloud.profile.scim;

import org.outloud.platform.security.PathRules;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** SCIM is for HR's system alone, but for what it knows of the caller. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScimProperties.class)
class ScimConfiguration {

    @Bean
    PathRules onlyForHr() {
        return paths -> paths.pathMatchers("/scim/v2/Me")
                .authenticated()
                .pathMatchers("/scim/**")
                .hasRole("scim");
    }
}
