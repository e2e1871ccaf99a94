package org.outloud.profile.scim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which operations can be done: as they were sent, but whatever is referred to comes before what refers to
 * it. Where operations refer to each other in a circle, one begins incomplete and is completed at the end.
 */
final class BulkPlan {

    /**
     * A step.
     *
     * @param index of the operation as it was sent
     * @param completes whether it completes an operation that was done before
     */
    record Step(int index, BulkOperation operation, boolean completes) {}

    private final List<BulkOperation> operations;
    private final Map<String, Integer> creators = new HashMap<>();
    private final Set<Integer> begun = new HashSet<>();
    private final Set<Integer> planned = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Step> completions = new ArrayList<>();

    private BulkPlan(List<BulkOperation> operations) {
        this.operations = operations;
        for (int i = 0; i < operations.size(); i++) {
            String name = operations.get(i).bulkId();
            if (name != null && operations.get(i).creates()) {
                creators.putIfAbsent(name, i);
            }
        }
    }

    static List<Step> of(List<BulkOperation> operations) {
        BulkPlan plan = new BulkPlan(operations);
        for (int i = 0; i < operations.size(); i++) {
            plan.visit(i);
        }
        plan.steps.addAll(plan.completions);
        return plan.steps;
    }

    private void visit(int index) {
        if (!begun.add(index)) {
            return;
        }
        BulkOperation operation = operations.get(index);
        boolean circle = false;
        for (String name : operation.references()) {
            Integer creator = creators.get(name);
            if (creator != null) {
                visit(creator);
                circle |= !planned.contains(creator);
            }
        }
        planned.add(index);
        if (circle && operation.creates() && operation.bulkId() != null) {
            steps.add(new Step(index, operation.withoutReferences(), false));
            completions.add(new Step(index, operation.completing(), true));
        } else {
            steps.add(new Step(index, operation, false));
        }
    }
}
