package org.outloud.profile.scim;

import com.unboundid.scim2.common.GenericScimResource;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.PatchRequest;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.platform.edit.IfMatch;
import org.outloud.platform.problem.Absent;
import org.outloud.profile.person.HrRecord;
import org.outloud.profile.person.Person;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** SCIM users over HTTP (RFC 7644, section 3). */
@RestController
@RequestMapping(
        path = "/scim/v2/Users",
        produces = {Scim.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
class ScimUserController {

    private final ProvisioningPeople provisioning;
    private final ScimUsers users;

    ScimUserController(ProvisioningPeople provisioning, ScimUsers users) {
        this.provisioning = provisioning;
        this.users = users;
    }

    @PostMapping
    Mono<ResponseEntity<ObjectNode>> create(@RequestBody String body) {
        return read(body)
                .flatMap(provisioning::create)
                .map(person -> ResponseEntity.created(Scim.locationOf(person.id()))
                        .eTag(Scim.tag(person.version()))
                        .contentType(Scim.JSON)
                        .body(ScimUser.of(person)));
    }

    @GetMapping
    Mono<ObjectNode> list(
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String startIndex,
            @RequestParam(required = false) @Nullable String count) {
        return Mono.fromCallable(() -> ScimPage.of(startIndex, count)).flatMap(page -> list(filter, page));
    }

    private Mono<ObjectNode> list(@Nullable String filter, ScimPage page) {
        return Mono.fromCallable(() -> ScimFilter.of(filter))
                .flatMap(asked -> users.count(asked)
                        .zipWith(users.list(asked, page.offset(), page.count())
                                .map(ScimUser::of)
                                .collectList())
                        .map(found -> page.listing(found.getT1(), found.getT2())));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<ObjectNode>> find(@PathVariable String id) {
        return users.find(idOf(id)).map(ScimUserController::answer);
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<ObjectNode>> replace(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody String body) {
        return read(body)
                .flatMap(record -> provisioning.change(idOf(id), new IfMatch(ifMatch), person -> Mono.just(record)))
                .map(ScimUserController::answer);
    }

    @PatchMapping("/{id}")
    Mono<ResponseEntity<ObjectNode>> change(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody String body) {
        return Mono.fromCallable(() -> Scim.read(body, PatchRequest.class))
                .flatMap(patch -> provisioning.change(
                        idOf(id), new IfMatch(ifMatch), person -> Mono.fromCallable(() -> patched(person, patch))))
                .map(ScimUserController::answer);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(
            @PathVariable String id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return provisioning.remove(idOf(id), new IfMatch(ifMatch));
    }

    /** Identifiers are opaque to SCIM's clients: what is none of ours names nobody. */
    private static PersonId idOf(String id) {
        try {
            return PersonId.of(id);
        } catch (IllegalArgumentException e) {
            throw new Absent();
        }
    }

    private static Mono<HrRecord> read(String body) {
        return Mono.fromCallable(() -> ScimUserReader.read(Scim.readObject(body)));
    }

    private static HrRecord patched(Person person, PatchRequest patch) throws ScimException {
        try {
            GenericScimResource user = patch.apply(new GenericScimResource(ScimUser.of(person)));
            return ScimUserReader.read(user.getObjectNode());
        } catch (IllegalArgumentException | ClassCastException e) {
            throw BadRequestException.invalidValue("An operation's value does not fit its path.");
        }
    }

    private static ResponseEntity<ObjectNode> answer(Person person) {
        return ResponseEntity.ok()
                .eTag(Scim.tag(person.version()))
                .contentType(Scim.JSON)
                .body(ScimUser.of(person));
    }
}
