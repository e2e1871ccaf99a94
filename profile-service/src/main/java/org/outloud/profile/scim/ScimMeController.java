package org.outloud.profile.scim;

import org.outloud.platform.security.Caller;
import org.outloud.profile.scim.query.ScimQuery;
import org.outloud.profile.scim.schema.Scim;
import org.outloud.profile.scim.schema.ScimType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** What HR's system knows of the caller (RFC 7644, 3.11). To be read only: people edit their profile elsewhere. */
@RestController
@RequestMapping(
        path = "/scim/v2/Me",
        produces = {Scim.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
class ScimMeController {

    private final UserResources users;
    private final ScimAddresses addresses;

    ScimMeController(UserResources users, ScimAddresses addresses) {
        this.users = users;
        this.addresses = addresses;
    }

    @GetMapping
    Mono<ResponseEntity<ObjectNode>> find(
            Caller caller, @RequestParam MultiValueMap<String, String> parameters, ServerHttpRequest request) {
        return users.find(caller.id().toString(), ScimQuery.view(ScimType.USER, parameters))
                .map(kept -> kept.answer(
                        ResponseEntity.ok()
                                .header(
                                        HttpHeaders.CONTENT_LOCATION,
                                        addresses.of(kept.location(), request).toString()),
                        addresses,
                        request));
    }
}
