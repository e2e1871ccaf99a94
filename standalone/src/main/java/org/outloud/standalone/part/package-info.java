/** The parts of Outloud: how each is made ready, started, asked whether it works, and settled. */
@NullMarked
package org.outloud.standalone.part;

import org.jspecify.annotations.NullMarked;
