/** Who is calling: bearer tokens, roles, and the person behind a token's subject. */
@NullMarked
package org.outloud.platform.security;

import org.jspecify.annotations.NullMarked;
