/** The person: one for each human, however they came in, and what they say about themselves. */
@NullMarked
package org.outloud.profile.person;

import org.jspecify.annotations.NullMarked;
