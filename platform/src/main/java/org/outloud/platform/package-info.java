/** What every service shares and no business knows: assembled by Spring Boot auto-configuration. */
@NullMarked
package org.outloud.platform;

import org.jspecify.annotations.NullMarked;
