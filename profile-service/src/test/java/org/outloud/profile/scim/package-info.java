@NullMarked
package org.outloud.profile.scim;

import org.jspecify.annotations.NullMarked;
