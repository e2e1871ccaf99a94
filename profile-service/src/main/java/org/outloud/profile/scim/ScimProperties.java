package org.outloud.profile.scim;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How SCIM is served.
 *
 * @param origin where clients reach Outloud, without a slash at the end; empty: where the request came to
 */
@ConfigurationProperties("outloud.scim")
record ScimProperties(@DefaultValue("") String origin) {}
