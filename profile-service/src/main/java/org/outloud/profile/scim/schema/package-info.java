/** What SCIM resources are made of: schemas, attributes, and paths to them (RFC 7643). */
@NullMarked
package org.outloud.profile.scim.schema;

import org.jspecify.annotations.NullMarked;
