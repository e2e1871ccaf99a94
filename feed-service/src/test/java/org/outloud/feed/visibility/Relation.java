package org.outloud.feed.visibility;

import java.util.Set;

/** What a viewer is to the author, by the facts that are set for it. Nothing here asks the service: this is the rule. */
enum Relation {
    AUTHOR(Fact.FOLLOWS, Fact.MEMBER, Fact.NAMED),
    OUTSIDER,
    FOLLOWER(Fact.FOLLOWS),
    EX_FOLLOWER(Fact.FOLLOWED_ONCE, Fact.FOLLOWS_SOMEBODY_ELSE),
    MEMBER(Fact.MEMBER),
    STEWARD(Fact.STEWARD),
    COMMUNITY_FOLLOWER(Fact.FOLLOWS_COMMUNITIES),
    EX_MEMBER(Fact.MEMBER_ONCE, Fact.MEMBER_ELSEWHERE),
    NAMED(Fact.NAMED),
    NAMED_ELSEWHERE(Fact.NAMED_ELSEWHERE),
    MENTIONED(Fact.MENTIONED),
    MODERATOR,
    FRIEND(Fact.FOLLOWS, Fact.MEMBER, Fact.NAMED),
    BLOCKER(Fact.FOLLOWS, Fact.MEMBER, Fact.NAMED, Fact.BLOCKS),
    BLOCKED(Fact.FOLLOWS, Fact.MEMBER, Fact.NAMED, Fact.IS_BLOCKED),
    BLOCKED_OUTSIDER(Fact.IS_BLOCKED),
    FORMER_BLOCKER(Fact.FOLLOWS, Fact.MEMBER, Fact.NAMED, Fact.BLOCKED_ONCE),
    BLOCKER_OF_SOMEBODY_ELSE(Fact.FOLLOWS, Fact.MEMBER, Fact.NAMED, Fact.BLOCKS_SOMEBODY_ELSE),
    MUTING(Fact.FOLLOWS, Fact.MEMBER, Fact.NAMED, Fact.MUTES),
    MUTED(Fact.FOLLOWS, Fact.MEMBER, Fact.NAMED, Fact.IS_MUTED),
    SUSPENDED(Fact.FOLLOWS, Fact.MEMBER, Fact.NAMED, Fact.IS_SUSPENDED),
    DEACTIVATED(Fact.FOLLOWS, Fact.MEMBER, Fact.NAMED, Fact.GONE);

    /** One thing that is so between viewer and author. */
    enum Fact {
        FOLLOWS,
        FOLLOWED_ONCE,
        FOLLOWS_SOMEBODY_ELSE,
        MEMBER,
        STEWARD,
        FOLLOWS_COMMUNITIES,
        MEMBER_ONCE,
        MEMBER_ELSEWHERE,
        NAMED,
        NAMED_ELSEWHERE,
        MENTIONED,
        BLOCKS,
        IS_BLOCKED,
        BLOCKED_ONCE,
        BLOCKS_SOMEBODY_ELSE,
        MUTES,
        IS_MUTED,
        IS_SUSPENDED,
        GONE
    }

    /** Never changed. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Fact> facts;

    Relation(Fact... facts) {
        this.facts = Set.of(facts);
    }

    boolean is(Fact fact) {
        return facts.contains(fact);
    }

    /** Whether viewer and author meet at all. */
    boolean apart() {
        return is(Fact.BLOCKS) || is(Fact.IS_BLOCKED);
    }

    boolean member() {
        return is(Fact.MEMBER) || is(Fact.STEWARD);
    }

    /** Whether the facts let the viewer read a thread with this audience, of somebody from whom nothing keeps them apart. */
    boolean belongsTo(Circle circle) {
        return !is(Fact.GONE)
                && switch (circle) {
                    case EVERYONE, OPEN -> true;
                    case FOLLOWERS -> is(Fact.FOLLOWS);
                    case PEOPLE -> is(Fact.NAMED) || is(Fact.MENTIONED);
                    case CLOSED, SECRET -> member();
                };
    }

    /** Whether the viewer may read the author's thread. */
    boolean mayRead(Circle circle) {
        return belongsTo(circle) && !apart();
    }

    /** Whether the author's thread stands in the viewer's home. */
    boolean hasAtHome(Circle circle) {
        boolean reason = is(Fact.FOLLOWS) || (circle.inCommunity() && (member() || is(Fact.FOLLOWS_COMMUNITIES)));
        return mayRead(circle) && reason && !is(Fact.MUTES);
    }
}
