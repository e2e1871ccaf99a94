/** Operating system processes: started in sessions of their own, recorded, kept alive, and ended in order. */
@NullMarked
package org.outloud.standalone.process;

import org.jspecify.annotations.NullMarked;
