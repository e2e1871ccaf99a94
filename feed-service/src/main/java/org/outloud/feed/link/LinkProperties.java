package org.outloud.feed.link;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pages are asked what they say of themselves.
 *
 * @param enabled whether any is asked
 * @param hosts internal hosts that may be asked all the same: {@code wiki.intra} on the ports of the web, {@code wiki.intra:8090}
 *     on that one
 * @param patience how long one page may take, its redirects included
 * @param poll how often pages that wait are looked for
 * @param kept how long what a page said counts; posted anew after that, it is asked again
 */
@ConfigurationProperties("outloud.link-previews")
record LinkProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue Set<String> hosts,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("2s") Duration poll,
        @DefaultValue("7d") Duration kept) {}
