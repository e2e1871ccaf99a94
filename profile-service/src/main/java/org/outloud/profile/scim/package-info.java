/** HR's own way in: SCIM 2.0, first edition (RFC 7643, RFC 7644). */
@NullMarked
package org.outloud.profile.scim;

import org.jspecify.annotations.NullMarked;
