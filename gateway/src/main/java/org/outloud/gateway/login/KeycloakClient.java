package org.outloud.gateway.login;

import org.outloud.gateway.settings.Site;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The gateway as a client of the realm. Every endpoint is spelled out, because discovery would make the gateway's start
 * wait for Keycloak's, and because the realm has two addresses: one for browsers, one for this process.
 */
@Configuration(proxyBeanMethods = false)
class KeycloakClient {

    static final String REGISTRATION = "keycloak";

    @Bean
    ReactiveClientRegistrationRepository clientRegistrations(IdentityProperties identity, Site site) {
        return new InMemoryReactiveClientRegistrationRepository(registration(identity, site));
    }

    /** Tokens live and die with the session; kept by user name they would outlive it and be shared between browsers. */
    @Bean
    ServerOAuth2AuthorizedClientRepository tokensInTheSession() {
        return new WebSessionServerOAuth2AuthorizedClientRepository();
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange(WebClient backchannel) {
        var client = new WebClientReactiveAuthorizationCodeTokenResponseClient();
        client.setWebClient(backchannel);
        return client;
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> tokenRefresh(WebClient backchannel) {
        var client = new WebClientReactiveRefreshTokenTokenResponseClient();
        client.setWebClient(backchannel);
        return client;
    }

    private static ClientRegistration registration(IdentityProperties identity, Site site) {
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientName("Keycloak")
                .clientId(identity.clientId())
                .clientSecret(identity.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .scope("openid", "profile", "email")
                .redirectUri(site.at("/login/oauth2/code/" + REGISTRATION).toString())
                .issuerUri(identity.issuer())
                .authorizationUri(identity.authorization())
                .tokenUri(identity.token())
                .jwkSetUri(identity.keys())
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .build();
    }
}
