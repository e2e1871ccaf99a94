@NullMarked
package org.outloud.community.person;

import org.jspecify.annotations.NullMarked;
