package org.outloud.profile.scim;

import org.outloud.profile.scim.schema.Scim;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** People as SCIM users. */
@RestController
@RequestMapping(
        path = "/scim/v2/Users",
        produces = {Scim.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
class ScimUserController extends ScimResourceController {

    ScimUserController(UserResources users, ScimAddresses addresses) {
        super(users, addresses);
    }
}
