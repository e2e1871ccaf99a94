@NullMarked
package org.outloud.profile.person;

import org.jspecify.annotations.NullMarked;
