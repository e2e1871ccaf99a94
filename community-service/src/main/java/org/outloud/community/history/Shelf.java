package org.outloud.community.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.community.membership.Membership;
import org.outloud.community.membership.Role;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.Event;

/**
 * What a batch of lines finds and what it makes of it, in memory: lines are applied one after the other, and the
 * difference to what was found is then written at once.
 */
final class Shelf {

    private final Instant now;
    private final Map<UUID, Imported> found = new HashMap<>();
    private final Map<UUID, Imported> communities = new LinkedHashMap<>();
    private final Map<String, UUID> byKey = new HashMap<>();
    private final Map<String, CommunityId> bySlug = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private final Set<String> slugs = new LinkedHashSet<>();
    private final Map<List<UUID>, Membership> foundMemberships = new HashMap<>();
    private final Map<List<UUID>, Membership> memberships = new LinkedHashMap<>();

    Shelf(Instant now, Collection<ImportedCommunities.Found> communities, Collection<Membership> memberships) {
        this.now = now;
        communities.forEach(this::lay);
        memberships.forEach(one -> {
            foundMemberships.put(pair(one), one);
            this.memberships.put(pair(one), one);
        });
    }

    private void lay(ImportedCommunities.Found one) {
        Imported imported = one.imported();
        if (one.visible()) {
            found.put(imported.id(), imported);
            put(imported);
            return;
        }
        if (imported.externalId() != null) {
            hidden.add(imported.externalId());
        }
        if (imported.community() != null) {
            slugs.add(imported.community().slug());
        }
    }

    @Nullable
    Imported known(String key) {
        UUID id = byKey.get(key);
        return id == null ? null : communities.get(id);
    }

    /** Whether something has this external id that whoever brings the lines may not know of. */
    boolean hides(String externalId) {
        return hidden.contains(externalId);
    }

    /** The community of that slug, as far as whoever brings the lines may know of it. */
    @Nullable
    CommunityId at(String slug) {
        return bySlug.get(slug);
    }

    boolean taken(String slug) {
        return slugs.contains(slug);
    }

    /** Puts a community in the place of what it was; true when that makes a difference. */
    boolean put(Imported community) {
        community.keys().forEach(key -> byKey.put(key, community.id()));
        if (community.community() != null) {
            slugs.add(community.community().slug());
            bySlug.put(community.community().slug(), community.community().id());
        }
        return !community.equals(communities.put(community.id(), community));
    }

    /** Lets a membership remember a role; true when that makes a difference. */
    boolean remember(CommunityId community, PersonId person, Role role, @Nullable Instant since) {
        Membership before = membership(community, person);
        Membership after = before.remembering(role, since, now);
        memberships.put(pair(after), after);
        return !after.equals(before);
    }

    Membership membership(CommunityId community, PersonId person) {
        return memberships.getOrDefault(List.of(community.value(), person.value()), Membership.none(community, person));
    }

    /** Communities to be written. */
    List<Imported> changedCommunities() {
        return communities.values().stream()
                .filter(one -> !one.equals(found.get(one.id())))
                .toList();
    }

    /** Memberships to be written. */
    List<Membership> changedMemberships() {
        return memberships.entrySet().stream()
                .filter(entry -> !Objects.equals(foundMemberships.get(entry.getKey()), entry.getValue()))
                .map(Map.Entry::getValue)
                .filter(one -> one.version() > 0)
                .toList();
    }

    /** What is to be told. */
    List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (Imported one : changedCommunities()) {
            Imported before = found.get(one.id());
            if (one.community() != null && (before == null || one.communityDiffers(before))) {
                events.add(one.community().toEvent(now));
            }
        }
        for (Membership one : changedMemberships()) {
            Membership before = foundMemberships.get(pair(one));
            if (before == null || before.version() != one.version()) {
                events.add(one.toEvent(now));
            }
        }
        return events;
    }

    private static List<UUID> pair(Membership membership) {
        return List.of(membership.community().value(), membership.person().value());
    }
}
