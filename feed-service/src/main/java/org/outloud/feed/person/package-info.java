/** This service's copy of who works here. */
@NullMarked
package org.outloud.feed.person;

import org.jspecify.annotations.NullMarked;
