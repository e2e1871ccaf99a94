/** People: who works here, what they can be asked, and who follows whom. */
@NullMarked
package org.outloud.profile;

import org.jspecify.annotations.NullMarked;
