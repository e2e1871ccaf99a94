/** Bringing history in: newline-delimited JSON, checked line by line, resumable, reported. */
@NullMarked
package org.outloud.platform.imports;

import org.jspecify.annotations.NullMarked;
