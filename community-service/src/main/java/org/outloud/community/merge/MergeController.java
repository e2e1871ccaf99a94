package org.outloud.community.merge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.outloud.community.merge.Merges.Preview;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.platform.idempotency.Idempotency;
import org.outloud.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Merging and splitting over HTTP. */
@RestController
@RequestMapping("/api/v1/communities/{id}")
class MergeController {

    /** Where a community goes on. */
    record Merge(@NotNull CommunityId into) {}

    /**
     * A community to found out of this one.
     *
     * @param community as one is founded
     * @param tag of the threads that go along, with or without {@code #}
     * @param personIds who is in both from now on
     */
    record Split(
            @NotNull ObjectNode community,
            @Nullable @Size(max = 65) String tag,
            @Nullable @Size(max = 1_000) List<@NotNull PersonId> personIds) {

        @Nullable
        String about() {
            if (tag == null || tag.isBlank()) {
                return null;
            }
            String word = tag.strip().replaceFirst("^#", "");
            return Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        }

        Set<PersonId> along() {
            return personIds == null ? Set.of() : new LinkedHashSet<>(personIds);
        }
    }

    private final MergingCommunities merging;
    private final Idempotency idempotency;

    MergeController(MergingCommunities merging, Idempotency idempotency) {
        this.merging = merging;
        this.idempotency = idempotency;
    }

    @GetMapping("/merge")
    Mono<Preview> preview(Caller caller, @PathVariable CommunityId id, @RequestParam CommunityId into) {
        return merging.preview(caller, id, into);
    }

    @PostMapping("/merge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> merge(Caller caller, @PathVariable CommunityId id, @Valid @RequestBody Merge request) {
        return merging.merge(caller, id, request.into());
    }

    @PostMapping("/split")
    Mono<ResponseEntity<Void>> split(
            Caller caller,
            @PathVariable CommunityId id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody Split request) {
        return idempotency
                .once(
                        caller,
                        key,
                        request,
                        CommunityId.class,
                        Mono.defer(
                                () -> merging.split(caller, id, request.community(), request.about(), request.along())))
                .map(founded -> ResponseEntity.created(URI.create("/api/v1/communities/" + founded))
                        .build());
    }
}
