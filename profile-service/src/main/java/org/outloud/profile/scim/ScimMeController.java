package org.outloud.profile.scim;

import org.outloud.platform.security.Caller;
import org.outloud.profile.scim.query.ScimQuery;
import org.outloud.profile.scim.schema.Scim;
import org.outloud.profile.scim.schema.ScimType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

    ScimMeController(UserResources users) {
        this.users = users;
    }

    @GetMapping
    Mono<ResponseEntity<ObjectNode>> find(Caller caller, @RequestParam MultiValueMap<String, String> parameters) {
        return users.find(caller.id().toString(), ScimQuery.view(ScimType.USER, parameters))
                .map(kept -> kept.answer(ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_LOCATION, kept.location().toString())));
    }
}
