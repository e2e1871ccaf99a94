/** What an organisation said elsewhere, made lines that {@code /api/v1/imports} takes. */
@NullMarked
package org.outloud.standalone.history;

import org.jspecify.annotations.NullMarked;
