package org.outloud.profile.scim;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import java.util.List;
import java.util.Map;
import org.outloud.contracts.GroupId;
import org.outloud.platform.edit.IfMatch;
import org.outloud.platform.problem.Absent;
import org.outloud.profile.group.Group;
import org.outloud.profile.group.Groups;
import org.outloud.profile.scim.patch.ScimOperation;
import org.outloud.profile.scim.query.ScimAttributes;
import org.outloud.profile.scim.query.ScimQuery;
import org.outloud.profile.scim.query.ScimSelect;
import org.outloud.profile.scim.schema.Scim;
import org.outloud.profile.scim.schema.ScimType;
import org.outloud.profile.scim.schema.ScimView;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** HR's groups as SCIM groups. */
@Component
class GroupResources implements ScimResources {

    private final ProvisioningGroups provisioning;
    private final Groups groups;
    private final ScimGroups found;

    GroupResources(ProvisioningGroups provisioning, Groups groups, ScimGroups found) {
        this.provisioning = provisioning;
        this.groups = groups;
        this.found = found;
    }

    @Override
    public ScimType type() {
        return ScimType.GROUP;
    }

    @Override
    public String endpoint() {
        return "Groups";
    }

    @Override
    public Mono<ScimKept> create(ObjectNode sent, ScimView view) {
        return Mono.fromCallable(() -> GroupRecord.read(Scim.requireSchema(sent, Scim.GROUP)))
                .flatMap(provisioning::create)
                .flatMap(group -> kept(group, view));
    }

    @Override
    public Mono<ScimKept> find(String id, ScimView view) {
        return Mono.defer(() -> groups.find(idOf(id)))
                .switchIfEmpty(Mono.error(Absent::new))
                .flatMap(group -> kept(group, view));
    }

    @Override
    public Mono<ObjectNode> list(ScimQuery query) {
        return Mono.fromCallable(() -> ScimSelect.of(query, ScimAttributes.GROUP))
                .flatMap(select -> found.count(select).zipWith(found.list(select)))
                .flatMap(page -> shown(page.getT2().groups(), query.view())
                        .map(shown -> page.getT2().listing(page.getT1(), shown)));
    }

    @Override
    public Mono<ScimKept> replace(String id, IfMatch ifMatch, ObjectNode sent, ScimView view) {
        return Mono.fromCallable(() -> GroupRecord.read(Scim.requireSchema(sent, Scim.GROUP)))
                .flatMap(record -> provisioning.replace(idOf(id), ifMatch, record))
                .flatMap(group -> kept(group, view));
    }

    @Override
    public Mono<ScimKept> patch(String id, IfMatch ifMatch, ObjectNode patch, ScimView view) {
        return Mono.fromCallable(() -> ScimOperation.read(patch, ScimType.GROUP))
                .flatMap(operations -> provisioning.patch(idOf(id), ifMatch, operations))
                .onErrorMap(
                        e -> e instanceof ClassCastException || e instanceof IllegalArgumentException,
                        e -> BadRequestException.invalidValue("An operation's value does not fit its path."))
                .flatMap(group -> kept(group, view));
    }

    @Override
    public Mono<Void> remove(String id, IfMatch ifMatch) {
        return Mono.defer(() -> provisioning.remove(idOf(id), ifMatch));
    }

    private Mono<ScimKept> kept(Group group, ScimView view) {
        return shown(List.of(group), view)
                .map(shown -> new ScimKept(ScimGroup.locationOf(group.id()), group.version(), shown.get(0)));
    }

    /** Members are read only for those who want to see them. */
    private Mono<List<ObjectNode>> shown(List<Group> page, ScimView view) {
        Mono<Map<GroupId, ArrayNode>> members = view.includes("members")
                ? found.membersOf(page.stream().map(Group::id).toList())
                : Mono.just(Map.of());
        return members.map(known -> page.stream()
                .map(group -> view.of(ScimGroup.of(group, known.get(group.id()))))
                .toList());
    }

    /** Identifiers are opaque to SCIM's clients: what is none of ours names no group. */
    private static GroupId idOf(String id) {
        try {
            return GroupId.of(id);
        } catch (IllegalArgumentException e) {
            throw new Absent();
        }
    }
}
