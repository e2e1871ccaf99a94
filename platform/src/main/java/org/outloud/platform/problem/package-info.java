/** Refusals and how clients see them: RFC 9457 problem details with texts from one message bundle. */
@NullMarked
package org.outloud.platform.problem;

import org.jspecify.annotations.NullMarked;
