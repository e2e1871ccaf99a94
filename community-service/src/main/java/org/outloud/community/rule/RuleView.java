package org.outloud.community.rule;

import java.util.List;
import org.outloud.community.membership.Reason;

/**
 * A community's rule as its keepers see it.
 *
 * @param conditions none when there is no rule
 * @param members how many take part by rule alone
 * @param settled false while people are still being moved
 * @param version 0 before there was one
 */
record RuleView(Match match, List<Reason> conditions, int members, boolean settled, long version) {}
