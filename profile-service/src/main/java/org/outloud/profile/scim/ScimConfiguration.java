package org.outloud.profile.scim;

import org.outloud.platform.security.PathRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** SCIM is for HR's system alone. */
@Configuration(proxyBeanMethods = false)
class ScimConfiguration {

    @Bean
    PathRules onlyForHr() {
        return paths -> paths.pathMatchers("/scim/**").hasRole("scim");
    }
}
