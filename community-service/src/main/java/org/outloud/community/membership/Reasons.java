package org.outloud.community.membership;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.outloud.contracts.PersonId;
import org.outloud.platform.security.Caller;
import reactor.core.publisher.Mono;

/** Why somebody is a member by rule. */
public interface Reasons {

    /** Which conditions are true of these members by rule, as far as the caller may know. */
    Mono<Map<PersonId, List<Reason>>> of(Standing standing, Caller caller, Collection<PersonId> ruled);
}
