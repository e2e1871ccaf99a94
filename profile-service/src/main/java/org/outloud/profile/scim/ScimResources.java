package org.outloud.profile.scim;

import org.outloud.platform.edit.IfMatch;
import org.outloud.profile.scim.query.ScimQuery;
import org.outloud.profile.scim.schema.ScimType;
import org.outloud.profile.scim.schema.ScimView;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** The resources of one type, whichever way a request for them came. */
interface ScimResources {

    ScimType type();

    /** The path below {@code /scim/v2}. */
    String endpoint();

    Mono<ScimKept> create(ObjectNode sent, ScimView view);

    Mono<ScimKept> find(String id, ScimView view);

    Mono<ObjectNode> list(ScimQuery query);

    Mono<ScimKept> replace(String id, IfMatch ifMatch, ObjectNode sent, ScimView view);

    Mono<ScimKept> patch(String id, IfMatch ifMatch, ObjectNode patch, ScimView view);

    Mono<Void> remove(String id, IfMatch ifMatch);
}
