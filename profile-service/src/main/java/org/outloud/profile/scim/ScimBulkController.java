package org.outloud.profile.scim;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ContentTooLargeException;
import com.unboundid.scim2.common.exceptions.ScimException;
import java.util.List;
import org.outloud.profile.scim.schema.Scim;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Many operations in one request (RFC 7644, 3.7). */
@RestController
@RequestMapping(
        path = "/scim/v2/Bulk",
        produces = {Scim.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
class ScimBulkController {

    private static final int MOST = 1_000;

    private final List<ScimResources> resources;
    private final ScimAddresses addresses;

    ScimBulkController(List<ScimResources> resources, ScimAddresses addresses) {
        this.resources = resources;
        this.addresses = addresses;
    }

    @PostMapping
    Mono<ObjectNode> run(@RequestBody String body, ServerHttpRequest request) {
        return Mono.fromCallable(() -> read(Scim.readObject(body)))
                .flatMap(RunningBulk::run)
                .map(answer -> addresses.in(answer, request));
    }

    private RunningBulk read(ObjectNode sent) throws ScimException {
        JsonNode operations =
                Scim.requireSchema(sent, Scim.MESSAGES + "BulkRequest").path("Operations");
        if (!operations.isArray() || operations.isEmpty()) {
            throw BadRequestException.invalidSyntax("A bulk request has Operations.");
        }
        if (operations.size() > MOST) {
            throw new ContentTooLargeException("A bulk request has at most " + MOST + " operations.");
        }
        JsonNode failOnErrors = sent.path("failOnErrors");
        if (!failOnErrors.isMissingNode() && !failOnErrors.isNull() && !(failOnErrors.asInt(0) > 0)) {
            throw BadRequestException.invalidValue("failOnErrors is a whole number above 0.");
        }
        return new RunningBulk(
                resources,
                operations.valueStream().map(BulkOperation::of).toList(),
                failOnErrors.asInt(Integer.MAX_VALUE));
    }
}
