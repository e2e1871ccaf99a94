/** Telling HR's and L&D's systems what happens: signed, retried, logged. */
@NullMarked
package org.outloud.profile.webhook;

import org.jspecify.annotations.NullMarked;
