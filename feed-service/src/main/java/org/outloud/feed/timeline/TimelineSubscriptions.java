package org.outloud.feed.timeline;

import java.util.stream.Stream;
import org.outloud.contracts.event.FollowChanged;
import org.outloud.contracts.event.MembershipChanged;
import org.outloud.contracts.event.PostPublished;
import org.outloud.feed.community.Communities;
import org.outloud.feed.live.LiveSignal;
import org.outloud.feed.network.Follows;
import org.outloud.feed.notification.Noticing;
import org.outloud.platform.consumer.Subscription;
import org.outloud.platform.outbox.Outbox;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/**
 * Keeps home feeds as if each were computed from today's follows and memberships. A post reaches those who follow now; a
 * new follow or membership brings earlier posts in. The two cannot miss each other: a post is in the table before its
 * event exists, so whichever of fan-out and follow commits last sees the other.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TimelineProperties.class)
class TimelineSubscriptions {

    private final Timelines timelines;
    private final Follows follows;
    private final Communities communities;
    private final Noticing noticing;
    private final Outbox outbox;

    TimelineSubscriptions(
            Timelines timelines, Follows follows, Communities communities, Noticing noticing, Outbox outbox) {
        this.timelines = timelines;
        this.follows = follows;
        this.communities = communities;
        this.noticing = noticing;
        this.outbox = outbox;
    }

    @Bean
    Subscription timelineFeed() {
        return Subscription.named("feed.timeline").on(PostPublished.class, this::published);
    }

    @Bean
    Subscription followFeed() {
        return Subscription.named("feed.follows").on(FollowChanged.class, this::followed);
    }

    @Bean
    Subscription membershipFeed() {
        return Subscription.named("feed.memberships").on(MembershipChanged.class, this::joined);
    }

    private Mono<Void> published(PostPublished post) {
        Mono<Void> written = post.inReplyTo() == null
                ? timelines
                        .fanOut(post.id(), post.author(), post.communityId(), post.createdAt())
                        .then()
                : Mono.empty();
        if (post.imported()) {
            return post.version() == 1 ? written : written.then(outbox.append(LiveSignal.edited(post)));
        }
        return written.then(noticing.published(post))
                .map(concerning -> Stream.concat(Stream.of(LiveSignal.published(post)), concerning.stream())
                        .toList())
                .flatMap(outbox::append);
    }

    private Mono<Void> followed(FollowChanged event) {
        return follows.keep(event)
                .filter(newer -> newer && event.following())
                .flatMap(newer -> timelines.bringIn(event.follower(), event.followee()));
    }

    private Mono<Void> joined(MembershipChanged event) {
        return communities
                .keep(event)
                .filter(newer -> newer && event.role() != null)
                .flatMap(newer -> timelines.bringIn(event.personId(), event.communityId()));
    }
}
