package org.outloud.feed.link;

import org.outloud.platform.db.Pruning;
import org.outloud.platform.recurring.Recurring;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Looks for pages that wait to be asked, unless the organisation wants none asked. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinkProperties.class)
class LinkConfiguration {

    @Bean
    Recurring askingOfLinkedPages(PreviewingLinks previewing, LinkProperties properties) {
        return new Recurring(
                "Asking of linked pages",
                properties.poll(),
                () -> properties.enabled() ? previewing.askDue() : Mono.empty());
    }

    @Bean
    Pruning pruningOfLinks(Links links, LinkProperties properties) {
        return new Pruning("link_preview", () -> links.forget(properties.kept()));
    }
}
