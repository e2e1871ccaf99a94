/** Who is in the demo organisation, and a month of what they wrote: made anew each time, always the same. */
@NullMarked
package org.outloud.standalone.demo.organisation;

import org.jspecify.annotations.NullMarked;
