@NullMarked
package org.outloud.profile.expert;

import org.jspecify.annotations.NullMarked;
