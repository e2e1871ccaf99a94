/** What people write, made HTML that does no harm. A service that renders brings the libraries that do it. */
@NullMarked
package org.outloud.platform.markdown;

import org.jspecify.annotations.NullMarked;
