/** Communities of practice: founding, finding, editing and archiving them. */
@NullMarked
package org.outloud.community.community;

import org.jspecify.annotations.NullMarked;
