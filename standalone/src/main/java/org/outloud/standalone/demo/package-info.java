/** The demo: brings a whole organisation into a running Outloud, through its public API only. */
@NullMarked
package org.outloud.standalone.demo;

import org.jspecify.annotations.NullMarked;
