/** The register of every community there is, hosted here or elsewhere, and its review. */
@NullMarked
package org.outloud.community.inventory;

import org.jspecify.annotations.NullMarked;
