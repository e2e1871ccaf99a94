/** What the gateway itself refuses, in the words that every service uses. */
@NullMarked
package org.outloud.gateway.problem;

import org.jspecify.annotations.NullMarked;
