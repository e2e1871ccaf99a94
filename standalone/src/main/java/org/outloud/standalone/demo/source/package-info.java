/** What everything in the demo is made from: files, and chance that falls the same way every time. */
@NullMarked
package org.outloud.standalone.demo.source;

import org.jspecify.annotations.NullMarked;
