/** Reading rows and putting queries together from fixed parts. */
@NullMarked
package org.outloud.community.sql;

import org.jspecify.annotations.NullMarked;
