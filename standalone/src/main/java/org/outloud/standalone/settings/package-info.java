/** Where things are and which ports they take: everything that may differ from one instance to the next. */
@NullMarked
package org.outloud.standalone.settings;

import org.jspecify.annotations.NullMarked;
