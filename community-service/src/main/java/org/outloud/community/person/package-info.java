/** Who works here, as far as communities need to know: a copy kept from the people topic. */
@NullMarked
package org.outloud.community.person;

import org.jspecify.annotations.NullMarked;
