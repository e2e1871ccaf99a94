@org.jspecify.annotations.NullMarked
package org.outloud.community.landscape;
