package org.outloud.gateway.login;

import org.outloud.gateway.settings.Site;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.web.server.header.CrossOriginOpenerPolicyServerHttpHeadersWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.server.header.CrossOriginResourcePolicyServerHttpHeadersWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.StaticServerHttpHeadersWriter;
import org.springframework.stereotype.Component;

/** What browsers are told not to do with our answers. */
@Component
final class SecurityHeaders implements Customizer<HeaderSpec> {

    // What stands in the page itself runs and styles nothing: elements get their style from scripts, attribute by
    // attribute
    private static final String CONTENT = String.join(
            "; ",
            "default-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            // Signing out is a form whose answer leads to the identity provider
            "form-action 'self' %s");
    private static final String PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    private final Site site;
    private final String content;

    SecurityHeaders(Site site, IdentityProperties identity) {
        this.site = site;
        this.content = CONTENT.formatted(identity.origin());
    }

    @Override
    public void customize(HeaderSpec headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(content))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                .permissionsPolicy(policy -> policy.policy(PERMISSIONS))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                // The framework's own writer looks at the last hop, which is plain HTTP behind an ingress
                .hsts(HeaderSpec.HstsSpec::disable);
        if (site.https()) {
            headers.writer(StaticServerHttpHeadersWriter.builder()
                    .header("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
                    .build());
        }
    }
}
