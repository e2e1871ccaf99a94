/** Whose request this is, and making newcomers known before their first request arrives anywhere. */
@NullMarked
package org.outloud.gateway.person;

import org.jspecify.annotations.NullMarked;
