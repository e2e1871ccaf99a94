/** Who is a member by rule: conditions on what HR says of people, previewed, applied, explained and taken back. */
@NullMarked
package org.outloud.community.rule;

import org.jspecify.annotations.NullMarked;
