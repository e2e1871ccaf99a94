package org.outloud.community.community;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.community.sql.Criteria;
import org.outloud.community.sql.QueryText;
import org.outloud.contracts.PersonId;
import org.outloud.platform.paging.Cursor;

/** Which communities are asked for. Every parameter may be absent. */
record CommunityQuery(
        @Nullable String q,
        @Nullable String slug,
        @Nullable String domain,
        @Nullable Boolean mine,
        @Nullable PersonId member) {

    /** Who takes part in a closed community is for those who take part, as in its list of members. */
    private static final String MEMBER_SEEN = """
            (c.visibility = 'open' or m.role is not null) and c.id in (
              select o.community_id from membership o
              join visible_person(:viewer) p on p.id = o.person_id and p.active
              where o.person_id = :member and o.role is not null)
            """;

    /** What a community of the page behind a place must be. An archived one is found only by who knows it. */
    Criteria criteria(Cursor.@Nullable Named after) {
        Criteria criteria = new Criteria();
        boolean wanted = Boolean.TRUE.equals(mine);
        List<String> words = q == null ? List.of() : QueryText.words(q);
        if (!words.isEmpty()) {
            criteria.and("c.search @@ to_tsquery('simple', :words)", "words", String.join(" & ", words));
        }
        if (slug != null) {
            criteria.and("c.slug = :slug", "slug", QueryText.exact("slug", slug));
        } else if (!wanted) {
            criteria.and("c.archived_at is null");
        }
        if (domain != null) {
            criteria.and("c.domain = :domain", "domain", QueryText.exact("domain", domain));
        }
        if (wanted) {
            criteria.and("m.role is not null");
        }
        if (member != null) {
            criteria.and(MEMBER_SEEN, "member", member.value());
        }
        if (after != null) {
            criteria.and("(c.name collate \"und-x-icu\", c.id) > (:name, :id)", "name", after.key())
                    .with("id", after.id());
        }
        return criteria;
    }
}
