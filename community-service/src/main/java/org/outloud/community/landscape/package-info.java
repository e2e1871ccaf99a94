/** What is talked about and where: topics without a community, communities about the same, and proposals to merge those. */
@NullMarked
package org.outloud.community.landscape;

import org.jspecify.annotations.NullMarked;
