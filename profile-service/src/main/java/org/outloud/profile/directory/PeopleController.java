package org.outloud.profile.directory;

import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.platform.edit.IfMatch;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.paging.Limit;
import org.outloud.platform.paging.Page;
import org.outloud.platform.security.Caller;
import org.outloud.profile.person.EditingProfiles;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** The directory and its profiles over HTTP. */
@RestController
@RequestMapping("/api/v1/people")
class PeopleController {

    private final Directory directory;
    private final Profiles profiles;
    private final EditingProfiles editing;

    PeopleController(Directory directory, Profiles profiles, EditingProfiles editing) {
        this.directory = directory;
        this.profiles = profiles;
        this.editing = editing;
    }

    @GetMapping
    Mono<ResponseEntity<Page<PersonSummary>>> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String skill,
            @RequestParam(required = false) @Nullable String location,
            @RequestParam(defaultValue = "false") boolean following,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        return directory
                .list(
                        DirectoryQuery.of(q, department, skill, location, following),
                        caller.id(),
                        Cursor.named(cursor),
                        Limit.of(limit))
                .map(page -> page.answer(exchange));
    }

    @GetMapping("/filters")
    Mono<Directory.Filters> filters() {
        return directory.filters();
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<PersonView>> find(Caller caller, @PathVariable PersonId id) {
        return profiles.find(id, caller.id()).map(PeopleController::tagged);
    }

    @PatchMapping("/{id}")
    Mono<ResponseEntity<PersonView>> edit(
            Caller caller,
            @PathVariable PersonId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ObjectNode edit) {
        return editing.edit(caller, id, new IfMatch(ifMatch), edit)
                .then(Mono.defer(() -> profiles.find(id, caller.id())))
                .map(PeopleController::tagged);
    }

    private static ResponseEntity<PersonView> tagged(PersonView person) {
        return ResponseEntity.ok().eTag(String.valueOf(person.version())).body(person);
    }
}
