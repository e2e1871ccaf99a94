/** Pictures of people: checked, cut to squares and stripped of everything else that a camera writes. */
@NullMarked
package org.outloud.profile.photo;

import org.jspecify.annotations.NullMarked;
