package org.outloud.platform.imports;

import java.util.List;
import java.util.Map;
import org.outloud.contracts.PersonId;
import reactor.core.publisher.Mono;

/**
 * What a service can take in as history. A bean of this type opens {@code POST /api/v1/imports/<kind>}.
 *
 * <p>Lines come in any order; the phases say which types of line must be in before others. Applying is idempotent: a line
 * that is already there, known by its {@code externalId} or by what it says, is {@link LineOutcome#unchanged()}.
 */
public interface ImportFormat {

    /** Last segment of the path, such as {@code people}. */
    String kind();

    /** The types of line, each with its phase; phases run in ascending order. */
    Map<String, Integer> phases();

    /**
     * Applies lines of one phase, in the transaction that also records their outcome.
     *
     * @return one outcome for each line, in their order
     */
    Mono<List<LineOutcome>> apply(int phase, List<ImportLine> lines);

    /** The same on behalf of whoever began the import; what comes in as history does not depend on who brings it. */
    default Mono<List<LineOutcome>> apply(int phase, List<ImportLine> lines, PersonId owner) {
        return apply(phase, lines);
    }

    /** Whether anybody uploads such lines as they are; if not, a path of the service's own takes them in. */
    default boolean uploaded() {
        return true;
    }
}
