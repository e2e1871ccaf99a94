package org.outloud.profile.scim;

import org.jspecify.annotations.Nullable;
import org.outloud.platform.edit.IfMatch;
import org.outloud.profile.scim.query.ScimQuery;
import org.outloud.profile.scim.schema.Scim;
import org.outloud.profile.scim.schema.ScimView;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** SCIM's operations over HTTP (RFC 7644, section 3), the same for each type of resource. */
abstract class ScimResourceController {

    private final ScimResources resources;
    private final ScimAddresses addresses;

    ScimResourceController(ScimResources resources, ScimAddresses addresses) {
        this.resources = resources;
        this.addresses = addresses;
    }

    @PostMapping
    Mono<ResponseEntity<ObjectNode>> create(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestBody String body,
            ServerHttpRequest request) {
        return read(body)
                .flatMap(sent -> resources.create(sent, view(parameters)))
                .map(kept -> kept.answer(
                        ResponseEntity.created(addresses.of(kept.location(), request)), addresses, request));
    }

    @GetMapping
    Mono<ObjectNode> list(@RequestParam MultiValueMap<String, String> parameters, ServerHttpRequest request) {
        return Mono.fromCallable(() -> ScimQuery.of(resources.type(), parameters, addresses.originOf(request)))
                .flatMap(resources::list)
                .map(page -> addresses.in(page, request));
    }

    @PostMapping("/.search")
    Mono<ObjectNode> search(@RequestBody String body, ServerHttpRequest request) {
        return Mono.fromCallable(
                        () -> ScimQuery.of(resources.type(), Scim.readObject(body), addresses.originOf(request)))
                .flatMap(resources::list)
                .map(page -> addresses.in(page, request));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<ObjectNode>> find(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            ServerHttpRequest request) {
        return resources.find(id, view(parameters)).map(kept -> ok(kept, request));
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<ObjectNode>> replace(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestBody String body,
            ServerHttpRequest request) {
        return read(body)
                .flatMap(sent -> resources.replace(id, new IfMatch(ifMatch), sent, view(parameters)))
                .map(kept -> ok(kept, request));
    }

    @PatchMapping("/{id}")
    Mono<ResponseEntity<ObjectNode>> patch(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestBody String body,
            ServerHttpRequest request) {
        return read(body)
                .flatMap(sent -> resources.patch(id, new IfMatch(ifMatch), sent, view(parameters)))
                .map(kept -> ok(kept, request));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(
            @PathVariable String id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return resources.remove(id, new IfMatch(ifMatch));
    }

    private ResponseEntity<ObjectNode> ok(ScimKept kept, ServerHttpRequest request) {
        return kept.answer(ResponseEntity.ok(), addresses, request);
    }

    private static Mono<ObjectNode> read(String body) {
        return Mono.fromCallable(() -> Scim.readObject(body));
    }

    private ScimView view(MultiValueMap<String, String> parameters) {
        return ScimQuery.view(resources.type(), parameters);
    }
}
