package org.outloud.standalone;

import java.util.List;

/** One word of {@code ./outloud}. */
@FunctionalInterface
interface Command {

    /** Does it, and answers with the exit code. */
    int run(List<String> arguments) throws Exception;
}
