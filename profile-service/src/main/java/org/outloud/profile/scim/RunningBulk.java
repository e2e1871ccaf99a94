package org.outloud.profile.scim;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ResourceConflictException;
import com.unboundid.scim2.common.exceptions.ScimException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.outloud.platform.edit.IfMatch;
import org.outloud.platform.problem.Refusal;
import org.outloud.profile.scim.schema.Scim;
import org.outloud.profile.scim.schema.ScimView;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** One bulk request while it is done, one operation after the other, each in a transaction of its own. */
final class RunningBulk {

    private final List<? extends ScimResources> resources;
    private final List<BulkOperation> operations;
    private final int failOnErrors;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<Integer, ObjectNode> answers = new TreeMap<>();
    private int errors;

    /** @param failOnErrors after how many errors the rest is left undone */
    RunningBulk(List<? extends ScimResources> resources, List<BulkOperation> operations, int failOnErrors) {
        this.resources = resources;
        this.operations = operations;
        this.failOnErrors = failOnErrors;
    }

    /** The answers in the order of the operations; what was left undone has none. */
    Mono<ObjectNode> run() {
        return Flux.fromIterable(BulkPlan.of(operations))
                .concatMap(step -> Mono.defer(() -> errors >= failOnErrors ? Mono.empty() : run(step)), 0)
                .then(Mono.fromCallable(this::answer));
    }

    private Mono<Void> run(BulkPlan.Step step) {
        BulkOperation sent = operations.get(step.index());
        if (step.completes() && !ids.containsKey(String.valueOf(sent.bulkId()))) {
            return Mono.empty();
        }
        return Mono.fromCallable(() -> run(requireKnown(step.operation().resolved(ids))))
                .flatMap(answer -> answer)
                .doOnNext(answer -> keep(step, sent, answer))
                .onErrorResume(thrown -> failed(step, sent, thrown))
                .then();
    }

    private void keep(BulkPlan.Step step, BulkOperation sent, ObjectNode answer) {
        String location = answer.path("location").asString("");
        if (sent.creates() && sent.bulkId() != null) {
            ids.put(sent.bulkId(), location.substring(location.lastIndexOf('/') + 1));
        }
        if (step.completes()) {
            answer.put("status", "201");
        }
        answers.put(step.index(), described(sent, answer));
    }

    private Mono<ObjectNode> failed(BulkPlan.Step step, BulkOperation sent, Throwable thrown) {
        ObjectNode error = ScimErrors.of(thrown);
        if (error == null) {
            return Mono.error(thrown);
        }
        errors++;
        ObjectNode answer = Scim.object();
        if (!sent.creates()) {
            answer.put("location", "/scim/v2/" + trimmed(sent.path()));
        }
        answer.set("status", error.get("status"));
        answer.set("response", error);
        answers.put(step.index(), described(sent, answer));
        return step.completes() ? undone(sent) : Mono.empty();
    }

    /** What was begun and cannot be completed goes again, unless it was here before or has changed since. */
    private Mono<ObjectNode> undone(BulkOperation sent) {
        String id = String.valueOf(ids.remove(String.valueOf(sent.bulkId())));
        return Mono.fromCallable(() -> meant(trimmed(sent.path())))
                .flatMap(meant -> meant.remove(id, new IfMatch(Scim.tag(1))))
                .onErrorResume(Refusal.class, changed -> Mono.empty())
                .then(Mono.empty());
    }

    private static ObjectNode described(BulkOperation sent, ObjectNode answer) {
        answer.put("method", sent.method());
        if (sent.bulkId() != null) {
            answer.put("bulkId", sent.bulkId());
        }
        return answer;
    }

    private static BulkOperation requireKnown(BulkOperation operation) throws ScimException {
        if (!operation.references().isEmpty()) {
            throw new ResourceConflictException(
                    "No operation that went well has the bulkId "
                            + operation.references().iterator().next() + ".",
                    BadRequestException.INVALID_VALUE,
                    null);
        }
        return operation;
    }

    private Mono<ObjectNode> run(BulkOperation operation) throws ScimException {
        String[] path = trimmed(operation.path()).split("/", -1);
        ScimResources meant = meant(path[0]);
        IfMatch ifMatch = new IfMatch(operation.version());
        boolean one = path.length == 2 && !path[1].isEmpty();
        if (operation.creates() && path.length == 1) {
            if (operation.bulkId() == null) {
                throw BadRequestException.invalidSyntax("A POST has a bulkId.");
            }
            return meant.create(data(operation), ScimView.ALL).map(kept -> answer(kept, "201"));
        }
        if (!one) {
            throw BadRequestException.invalidPath("This method has another path.");
        }
        return switch (operation.method()) {
            case "PUT" ->
                meant.replace(path[1], ifMatch, data(operation), ScimView.ALL).map(kept -> answer(kept, "200"));
            case "PATCH" ->
                meant.patch(path[1], ifMatch, patch(operation), ScimView.ALL).map(kept -> answer(kept, "200"));
            case "DELETE" ->
                meant.remove(path[1], ifMatch)
                        .then(Mono.fromCallable(() -> Scim.object()
                                .put("location", "/scim/v2/" + trimmed(operation.path()))
                                .put("status", "204")));
            default -> throw BadRequestException.invalidSyntax("A method is POST, PUT, PATCH or DELETE.");
        };
    }

    private ScimResources meant(String endpoint) throws BadRequestException {
        return resources.stream()
                .filter(each -> each.endpoint().equals(endpoint))
                .findFirst()
                .orElseThrow(() -> BadRequestException.invalidPath("There is nothing at this path."));
    }

    private static ObjectNode data(BulkOperation operation) throws BadRequestException {
        if (operation.data() instanceof ObjectNode data) {
            return data;
        }
        throw BadRequestException.invalidSyntax("This operation has data.");
    }

    /** In a bulk request the method says what the data is: RFC 7644's own examples (3.7.3) say no more. */
    private static ObjectNode patch(BulkOperation operation) throws BadRequestException {
        ObjectNode data = data(operation);
        if (!data.has("schemas")) {
            data.putArray("schemas").add(Scim.MESSAGES + "PatchOp");
        }
        return data;
    }

    private static ObjectNode answer(ScimKept kept, String status) {
        return Scim.object()
                .put("location", kept.location().toString())
                .put("version", Scim.tag(kept.version()))
                .put("status", status);
    }

    private static String trimmed(String path) {
        int root = path.indexOf("/scim/v2/");
        String relative = root < 0 ? path : path.substring(root + "/scim/v2/".length());
        return relative.startsWith("/") ? relative.substring(1) : relative;
    }

    private ObjectNode answer() {
        ObjectNode answer = Scim.object();
        answer.putArray("schemas").add(Scim.MESSAGES + "BulkResponse");
        answer.putArray("Operations").addAll(answers.values());
        return answer;
    }
}
