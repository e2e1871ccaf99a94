/** Changing parts of SCIM resources (RFC 7644, 3.5.2). */
@NullMarked
package org.outloud.profile.scim.patch;

import org.jspecify.annotations.NullMarked;
