/** Finding SCIM resources: filters, order and pages as SQL (RFC 7644, 3.4; RFC 9865). */
@NullMarked
package org.outloud.profile.scim.query;

import org.jspecify.annotations.NullMarked;
