package org.outloud.community.library;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.community.edit.MergePatch;
import org.outloud.community.membership.Memberships;
import org.outloud.community.membership.Standing;
import org.outloud.community.person.People;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.platform.edit.IfMatch;
import org.outloud.platform.markdown.Markdown;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Conflicting;
import org.outloud.platform.problem.Invalid;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Keeping what a community knows: adding, saying it better with the old words kept, taking out and back in. */
@Service
class KeepingLibrary {

    /** So many entries a community has. */
    private static final int MOST = 2_000;

    private final Library library;
    private final Memberships memberships;
    private final People people;
    private final MergePatch mergePatch;

    KeepingLibrary(Library library, Memberships memberships, People people, MergePatch mergePatch) {
        this.library = library;
        this.memberships = memberships;
        this.people = people;
        this.mergePatch = mergePatch;
    }

    /** Refuses whoever may not read the library; absent when the community is not there for them. */
    Mono<Void> requireReader(CommunityId community, PersonId caller) {
        return standing(community, caller).doOnNext(LibraryPolicy::mayRead).then();
    }

    /** Adds a page, a link, or a post of the community; answers its identifier. */
    @Transactional
    public Mono<UUID> add(CommunityId community, PersonId caller, Kind kind, Words words, @Nullable UUID post) {
        UUID id = UuidCreator.getTimeOrderedEpochPlus1();
        words.of(kind);
        return memberships
                .hold(Set.of(community))
                .then(Mono.defer(() -> standing(community, caller)))
                .doOnNext(LibraryPolicy::mayWrite)
                .then(Mono.defer(() -> requireRoom(community)))
                .then(Mono.defer(() -> requireSaidHere(community, kind, post)))
                .then(Mono.defer(() -> html(words)))
                .flatMap(html -> library.add(id, community, kind, words, html.orElse(null), post, caller, now()))
                .filter(added -> added)
                .switchIfEmpty(Mono.error(() -> new Conflicting("kept-already")))
                .thenReturn(id);
    }

    /** Says it in other words, if the version is the one that was read. */
    @Transactional
    public Mono<Void> edit(CommunityId community, PersonId caller, UUID id, IfMatch ifMatch, ObjectNode patch) {
        return held(community, caller, id)
                .filter(entry -> !entry.deleted())
                .switchIfEmpty(Mono.error(Absent::new))
                .flatMap(entry -> {
                    ifMatch.require(entry.version());
                    Words words =
                            mergePatch.apply(entry.words(), patch, Words.class).of(entry.kind());
                    return words.equals(entry.words())
                            ? Mono.<Void>empty()
                            : html(words).flatMap(html -> library.rewrite(id, words, html.orElse(null), caller, now()));
                });
    }

    /** Takes an entry out; its words stay, so that it can be put back. */
    @Transactional
    public Mono<Void> delete(CommunityId community, PersonId caller, UUID id) {
        return taking(community, caller, id)
                .filter(entry -> !entry.deleted())
                .switchIfEmpty(Mono.error(Absent::new))
                .flatMap(entry -> library.delete(id, now()));
    }

    /** Puts back what was taken out. */
    @Transactional
    public Mono<Void> restore(CommunityId community, PersonId caller, UUID id) {
        return taking(community, caller, id)
                .filter(Library.Held::deleted)
                .flatMap(entry -> library.restore(id))
                .filter(back -> !back)
                .flatMap(lost -> Mono.error(new Conflicting("kept-already")));
    }

    private Mono<Library.Held> taking(CommunityId community, PersonId caller, UUID id) {
        return standing(community, caller)
                .doOnNext(LibraryPolicy::mayWrite)
                .flatMap(standing -> library.hold(community, id, caller)
                        .switchIfEmpty(Mono.error(Absent::new))
                        .doOnNext(entry -> LibraryPolicy.mayDelete(standing, entry.made())));
    }

    private Mono<Library.Held> held(CommunityId community, PersonId caller, UUID id) {
        return standing(community, caller)
                .doOnNext(LibraryPolicy::mayWrite)
                .then(Mono.defer(() -> library.hold(community, id, caller)))
                .switchIfEmpty(Mono.error(Absent::new));
    }

    private Mono<Standing> standing(CommunityId community, PersonId caller) {
        return memberships.standing(community, caller).switchIfEmpty(Mono.error(Absent::new));
    }

    private Mono<Void> requireRoom(CommunityId community) {
        return library.count(community)
                .filter(there -> there < MOST)
                .switchIfEmpty(Mono.error(() -> new Conflicting("library-full", MOST)))
                .then();
    }

    private Mono<Void> requireSaidHere(CommunityId community, Kind kind, @Nullable UUID post) {
        if (kind != Kind.POST || post == null) {
            return Mono.empty();
        }
        return library.saidHere(community, post)
                .filter(said -> said)
                .switchIfEmpty(Mono.error(() ->
                        Invalid.field("postId", "unknown-value", "No post of this community has this identifier.")))
                .then();
    }

    private Mono<Optional<String>> html(Words words) {
        String body = words.body();
        if (body == null) {
            return Mono.just(Optional.empty());
        }
        Set<String> mentioned = Markdown.mentionedIn(body);
        Mono<Map<String, PersonId>> known = mentioned.isEmpty() ? Mono.just(Map.of()) : people.named(mentioned);
        return known.map(named -> Optional.of(Markdown.render(body, named, new LinkedHashSet<>())));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
