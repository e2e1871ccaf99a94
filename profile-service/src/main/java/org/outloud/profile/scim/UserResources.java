package org.outloud.profile.scim;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.outloud.contracts.PersonId;
import org.outloud.platform.edit.IfMatch;
import org.outloud.platform.problem.Absent;
import org.outloud.profile.person.HrRecord;
import org.outloud.profile.person.Person;
import org.outloud.profile.scim.patch.ScimOperation;
import org.outloud.profile.scim.patch.ScimPatch;
import org.outloud.profile.scim.query.ScimAttributes;
import org.outloud.profile.scim.query.ScimQuery;
import org.outloud.profile.scim.query.ScimSelect;
import org.outloud.profile.scim.schema.Scim;
import org.outloud.profile.scim.schema.ScimType;
import org.outloud.profile.scim.schema.ScimType.Target;
import org.outloud.profile.scim.schema.ScimView;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** People as SCIM users. */
@Component
class UserResources implements ScimResources {

    private static final String GROUPS = "groups";

    private final ProvisioningPeople provisioning;
    private final ScimUsers users;

    UserResources(ProvisioningPeople provisioning, ScimUsers users) {
        this.provisioning = provisioning;
        this.users = users;
    }

    @Override
    public ScimType type() {
        return ScimType.USER;
    }

    @Override
    public String endpoint() {
        return "Users";
    }

    @Override
    public Mono<ScimKept> create(ObjectNode sent, ScimView view) {
        return Mono.fromCallable(() -> ScimUserReader.read(Scim.requireSchema(sent, Scim.USER)))
                .flatMap(provisioning::create)
                .flatMap(person -> kept(person, view));
    }

    @Override
    public Mono<ScimKept> find(String id, ScimView view) {
        return Mono.defer(() -> users.find(idOf(id))).flatMap(person -> kept(person, view));
    }

    @Override
    public Mono<ObjectNode> list(ScimQuery query) {
        return Mono.fromCallable(() -> ScimSelect.of(query, ScimAttributes.USER))
                .flatMap(select -> users.count(select).zipWith(users.list(select)))
                .flatMap(found -> shown(found.getT2().people(), query.view())
                        .map(shown -> found.getT2().listing(found.getT1(), shown)));
    }

    @Override
    public Mono<ScimKept> replace(String id, IfMatch ifMatch, ObjectNode sent, ScimView view) {
        return Mono.fromCallable(() -> ScimUserReader.read(Scim.requireSchema(sent, Scim.USER)))
                .flatMap(record -> provisioning.change(idOf(id), ifMatch, person -> Mono.just(record)))
                .flatMap(person -> kept(person, view));
    }

    @Override
    public Mono<ScimKept> patch(String id, IfMatch ifMatch, ObjectNode patch, ScimView view) {
        return Mono.fromCallable(() -> ScimOperation.read(patch, ScimType.USER))
                .flatMap(operations -> provisioning.change(
                        idOf(id), ifMatch, person -> Mono.fromCallable(() -> patched(person, operations))))
                .flatMap(person -> kept(person, view));
    }

    @Override
    public Mono<Void> remove(String id, IfMatch ifMatch) {
        return Mono.defer(() -> provisioning.remove(idOf(id), ifMatch));
    }

    private static HrRecord patched(Person person, List<ScimOperation> operations) throws ScimException {
        ObjectNode user = ScimUser.of(person);
        ScimPatch patch = new ScimPatch(ScimType.USER, user);
        try {
            for (ScimOperation operation : operations) {
                patch.apply(operation);
            }
        } catch (IllegalArgumentException | ClassCastException e) {
            throw BadRequestException.invalidValue("An operation's value does not fit its path.");
        }
        HrRecord record = ScimUserReader.read(user);
        return tellsDepartment(operations)
                ? record
                : record.inDepartment(person.account().department());
    }

    /** A department that its owner wrote is not HR's word because HR changes something else. */
    private static boolean tellsDepartment(List<ScimOperation> operations) throws ScimException {
        for (ScimOperation operation : operations) {
            Target target = ScimType.USER.target(operation.path());
            if (target != null
                    && (target.name() == null
                            ? !operation.value().isObject() || operation.value().has("department")
                            : target.name().equals("department"))) {
                return true;
            }
        }
        return false;
    }

    private Mono<ScimKept> kept(Person person, ScimView view) {
        return shown(List.of(person), view)
                .map(shown -> new ScimKept(locationOf(person), person.version(), shown.get(0)));
    }

    /** Groups are shown only to those who ask: no version of a person tells of them. */
    private Mono<List<ObjectNode>> shown(List<Person> people, ScimView view) {
        Mono<Map<PersonId, ArrayNode>> groups = view.asksFor(GROUPS)
                ? users.groupsOf(people.stream().map(Person::id).toList())
                : Mono.just(Map.of());
        return groups.map(known ->
                people.stream().map(person -> shown(person, known, view)).toList());
    }

    private static ObjectNode shown(Person person, Map<PersonId, ArrayNode> groups, ScimView view) {
        ObjectNode user = ScimUser.of(person);
        ArrayNode known = groups.get(person.id());
        if (known != null) {
            user.set(GROUPS, known);
        }
        return view.of(user);
    }

    private static URI locationOf(Person person) {
        return ScimUser.locationOf(person.id());
    }

    /** Identifiers are opaque to SCIM's clients: what is none of ours names nobody. */
    private static PersonId idOf(String id) {
        try {
            return PersonId.of(id);
        } catch (IllegalArgumentException e) {
            throw new Absent();
        }
    }
}
