package org.outloud.community.membership;

import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;

/** What a rule has for a person: to come in as a member, or to go. */
public record RuledMove(CommunityId community, PersonId person, boolean joins) {}
