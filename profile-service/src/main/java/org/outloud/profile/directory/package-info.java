/** Finding people and reading their profiles. */
@NullMarked
package org.outloud.profile.directory;

import org.jspecify.annotations.NullMarked;
