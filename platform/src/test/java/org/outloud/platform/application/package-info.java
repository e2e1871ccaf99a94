/** A service with nothing of its own, to test what the platform gives to every service. */
@NullMarked
package org.outloud.platform.application;

import org.jspecify.annotations.NullMarked;
