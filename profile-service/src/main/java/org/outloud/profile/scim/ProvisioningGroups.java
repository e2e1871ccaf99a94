package org.outloud.profile.scim;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ResourceConflictException;
import com.unboundid.scim2.common.exceptions.ScimException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.outloud.contracts.GroupId;
import org.outloud.contracts.PersonId;
import org.outloud.platform.edit.IfMatch;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Invalid;
import org.outloud.profile.group.Group;
import org.outloud.profile.group.Groups;
import org.outloud.profile.group.KeepingGroups;
import org.outloud.profile.scim.patch.ScimOperation;
import org.outloud.profile.scim.patch.ScimPatch;
import org.outloud.profile.scim.schema.ScimType;
import org.outloud.profile.scim.schema.ScimType.Target;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** What HR's system does to groups: makes, changes and removes them. People are held before the group is. */
@Service
class ProvisioningGroups {

    private final Groups groups;
    private final KeepingGroups keeping;
    private final TransactionalOperator transaction;

    ProvisioningGroups(Groups groups, KeepingGroups keeping, TransactionalOperator transaction) {
        this.groups = groups;
        this.keeping = keeping;
        this.transaction = transaction;
    }

    Mono<Group> create(GroupRecord record) {
        Group group = Group.named(record.displayName(), record.externalId());
        return groups.holdPeople(record.members())
                .doOnNext(known -> requireKnown(record.members(), known))
                .then(Mono.defer(() -> keeping.add(group, record.members())))
                .as(transaction::transactional)
                .onErrorMap(DuplicateKeyException.class, e -> taken());
    }

    /** Replaces a group; writes nothing when nothing differs. */
    Mono<Group> replace(GroupId id, IfMatch ifMatch, GroupRecord record) {
        return groups.holdPeople(record.members())
                .flatMap(known -> hold(id, ifMatch)
                        .flatMap(group -> groups.members(id).flatMap(members -> keep(group, record, members, known))))
                .as(transaction::transactional)
                .onErrorMap(DuplicateKeyException.class, e -> taken());
    }

    /** Applies operations to a group; writes nothing when nothing differs. */
    Mono<Group> patch(GroupId id, IfMatch ifMatch, List<ScimOperation> operations) {
        return Mono.fromCallable(() -> mentioned(operations))
                .flatMap(groups::holdPeople)
                .flatMap(known -> hold(id, ifMatch)
                        .flatMap(group -> groups.members(id)
                                .flatMap(members -> Mono.fromCallable(() -> patched(group, members, operations))
                                        .flatMap(record -> keep(group, record, members, known)))))
                .as(transaction::transactional)
                .onErrorMap(DuplicateKeyException.class, e -> taken());
    }

    private Mono<Group> keep(Group group, GroupRecord record, Set<PersonId> were, Set<PersonId> known) {
        Set<PersonId> newcomers = new HashSet<>(record.members());
        newcomers.removeAll(were);
        requireKnown(newcomers, known);
        return keeping.change(
                group, group.described(record.displayName(), record.externalId()), were, record.members());
    }

    private static void requireKnown(Set<PersonId> members, Set<PersonId> known) {
        if (!known.containsAll(members)) {
            throw Invalid.field("members", "unknown-value", "Every member is a user that is here.");
        }
    }

    private static Set<PersonId> mentioned(List<ScimOperation> operations) throws ScimException {
        Set<PersonId> mentioned = new HashSet<>();
        for (ScimOperation operation : operations) {
            if (GroupMembers.isNamedBy(operation, ScimType.GROUP.target(operation.path()))) {
                mentioned.addAll(GroupMembers.named(operation.value()));
            }
        }
        return mentioned;
    }

    private static GroupRecord patched(Group group, Set<PersonId> were, List<ScimOperation> operations)
            throws ScimException {
        GroupMembers members = new GroupMembers(were);
        ObjectNode described = ScimGroup.of(group, null);
        ScimPatch patch = new ScimPatch(ScimType.GROUP, described);
        for (ScimOperation operation : operations) {
            Target target = ScimType.GROUP.target(operation.path());
            if (target != null && GroupMembers.isMeant(target)) {
                members.apply(operation, target);
            } else {
                patch.apply(operation);
            }
        }
        return GroupRecord.read(described, members.now());
    }

    Mono<Void> remove(GroupId id, IfMatch ifMatch) {
        return hold(id, ifMatch).flatMap(keeping::remove).as(transaction::transactional);
    }

    private Mono<Group> hold(GroupId id, IfMatch ifMatch) {
        return groups.hold(id)
                .switchIfEmpty(Mono.error(Absent::new))
                .doOnNext(group -> ifMatch.require(group.version()));
    }

    private static ResourceConflictException taken() {
        return new ResourceConflictException(
                "Another group has this externalId already.", BadRequestException.UNIQUENESS, null);
    }
}
