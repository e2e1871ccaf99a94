@NullMarked
package org.outloud.community.inventory;

import org.jspecify.annotations.NullMarked;
