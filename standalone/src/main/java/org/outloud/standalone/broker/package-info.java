/** The Kafka broker's own process. */
@NullMarked
package org.outloud.standalone.broker;

import org.jspecify.annotations.NullMarked;
