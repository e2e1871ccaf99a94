package org.outloud.profile.directory;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import org.outloud.contracts.PersonId;

/** Reads people in lists. */
public final class Summaries {

    /** What a query selects of {@code person p} for {@code :viewer}. */
    public static final String COLUMNS = """
            p.id, p.user_name, p.display_name, p.avatar, p.department,
            case when shows(p.id, p.visibility, 'headline', :viewer) then p.headline end as headline,
            exists (select from follow m
              where m.follower = :viewer and m.followee = p.id and m.following) as followed,
            exists (select from block n
              where n.blocker = :viewer and n.blocked = p.id and n.muted_at is not null) as muted
            """;

    private Summaries() {}

    /** A row with {@link #COLUMNS}. */
    public static PersonSummary toSummary(Readable row) {
        return new PersonSummary(
                new PersonId(Objects.requireNonNull(row.get("id", UUID.class))),
                Objects.requireNonNull(row.get("user_name", String.class)),
                Objects.requireNonNull(row.get("display_name", String.class)),
                row.get("avatar", String.class),
                row.get("department", String.class),
                row.get("headline", String.class),
                new PersonMine(
                        Boolean.TRUE.equals(row.get("followed", Boolean.class)),
                        Boolean.TRUE.equals(row.get("muted", Boolean.class))));
    }
}
