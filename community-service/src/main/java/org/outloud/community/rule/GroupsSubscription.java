package org.outloud.community.rule;

import org.outloud.contracts.event.GroupChanged;
import org.outloud.contracts.event.GroupMemberChanged;
import org.outloud.platform.consumer.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows the groups topic. */
@Configuration(proxyBeanMethods = false)
class GroupsSubscription {

    @Bean
    Subscription communityGroups(HrGroups groups, Movements movements) {
        return Subscription.named("community.groups")
                .on(GroupChanged.class, groups::keep)
                .on(
                        GroupMemberChanged.class,
                        told -> groups.keep(told)
                                .filter(news -> news)
                                .flatMap(news -> movements.moved(told.personId(), false)));
    }
}
