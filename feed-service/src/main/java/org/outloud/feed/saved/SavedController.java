package org.outloud.feed.saved;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.feed.post.PostView;
import org.outloud.feed.post.PostViews;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.paging.Limit;
import org.outloud.platform.paging.Page;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Saved posts over HTTP, each person's for that person alone. */
@RestController
@RequestMapping("/api/v1")
class SavedController {

    private static final int LONGEST = 200;

    private final SavedPosts saved;
    private final PostViews posts;
    private final JsonMapper json;

    SavedController(SavedPosts saved, PostViews posts, JsonMapper json) {
        this.saved = saved;
        this.posts = posts;
        this.json = json;
    }

    @PutMapping("/posts/{id}/saved")
    Mono<Saved> save(
            Caller caller,
            @PathVariable PostId id,
            @RequestBody(required = false) @Valid @Nullable SaveRequest request) {
        return posts.find(id, caller.id())
                .switchIfEmpty(Mono.error(Absent::new))
                .doOnNext(post -> {
                    if (!post.rootId().equals(post.id())) {
                        throw Invalid.field("id", "not-a-post", "A comment is kept with its post: save that.");
                    }
                })
                .flatMap(post -> saved.save(caller.id(), id, request == null ? SaveRequest.PLAIN : request))
                .map(SavedPosts.Kept::saved);
    }

    @GetMapping("/posts/{id}/saved")
    Mono<Saved> find(Caller caller, @PathVariable PostId id) {
        return saved.of(caller.id(), id).switchIfEmpty(Mono.error(Absent::new)).map(SavedPosts.Kept::saved);
    }

    @DeleteMapping("/posts/{id}/saved")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> letGo(Caller caller, @PathVariable PostId id) {
        return saved.letGo(caller.id(), id);
    }

    @GetMapping("/feeds/saved")
    Mono<ResponseEntity<Page<SavedPost>>> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String folder,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        requireText("q", q);
        requireText("folder", folder == null ? "" : folder);
        int most = Limit.of(limit);
        return saved.page(caller.id(), folder, q, Cursor.at(cursor), most + 1)
                .map(read -> Page.of(
                        read,
                        most,
                        last -> new Cursor.At(
                                last.saved().savedAt(), last.post().value())))
                .flatMap(page -> shown(page, caller.id()))
                .map(page -> page.answer(exchange));
    }

    @GetMapping("/feeds/saved/folders")
    Mono<FolderList> folders(Caller caller) {
        return saved.folders(caller.id()).map(FolderList::new);
    }

    private Mono<Page<SavedPost>> shown(Page<SavedPosts.Kept> page, PersonId viewer) {
        UUID[] ids = page.items().stream().map(kept -> kept.post().value()).toArray(UUID[]::new);
        return posts.list(
                        "select p.* from readable_post(:viewer) p where p.id = any(:ids)",
                        "p.created_at",
                        viewer,
                        Map.of("ids", ids))
                .map(found -> new Page<>(inOrder(page.items(), found), page.next()));
    }

    /** What became unreadable between the two questions is left out. */
    private List<SavedPost> inOrder(List<SavedPosts.Kept> kept, List<PostView> found) {
        Map<PostId, PostView> byId = found.stream().collect(Collectors.toMap(PostView::id, post -> post));
        return kept.stream()
                .map(each -> {
                    PostView post = byId.get(each.post());
                    return post == null
                            ? null
                            : new SavedPost(post.jsonWith("saved", json.writeValueAsString(each.saved())));
                })
                .filter(Objects::nonNull)
                .toList();
    }

    private static void requireText(String field, String text) {
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw Invalid.field(field, "too-long", "At most " + LONGEST + " characters.");
        }
    }

    /** A post and how its reader keeps it, as JSON. */
    record SavedPost(@JsonValue @JsonRawValue String json) {}

    /** Folders by name. */
    record FolderList(List<SavedPosts.Folder> items) {}
}
