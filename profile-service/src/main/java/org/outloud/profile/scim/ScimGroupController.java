package org.outloud.profile.scim;

import org.outloud.profile.scim.schema.Scim;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** HR's groups as SCIM groups. */
@RestController
@RequestMapping(
        path = "/scim/v2/Groups",
        produces = {Scim.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
class ScimGroupController extends ScimResourceController {

    ScimGroupController(GroupResources groups, ScimAddresses addresses) {
        super(groups, addresses);
    }
}
