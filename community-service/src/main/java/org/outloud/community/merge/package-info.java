/** Two communities become one, or one becomes two: nobody and nothing that was said is lost. */
@NullMarked
package org.outloud.community.merge;

import org.jspecify.annotations.NullMarked;
