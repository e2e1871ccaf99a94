/** What there is to know about the database from outside of SQL. */
@NullMarked
package org.outloud.platform.db;

import org.jspecify.annotations.NullMarked;
