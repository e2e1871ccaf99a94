package org.outloud.community.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * A file that was found to be a table.
 *
 * @param charset in which its text was read
 * @param separator between its cells; null when it is JSON
 * @param ignored its columns that mean nothing here
 * @param rows read as they are asked for, each time from the file; end with a refusal where the file cannot be read
 */
public record Sheet(String charset, @Nullable String separator, List<String> ignored, Flux<SheetRow> rows) {}
