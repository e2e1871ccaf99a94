@NullMarked
package org.outloud.profile.scim.query;

import org.jspecify.annotations.NullMarked;
