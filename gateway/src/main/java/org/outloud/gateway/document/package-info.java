/** The description of the API, as a document and as a page. */
@NullMarked
package org.outloud.gateway.document;

import org.jspecify.annotations.NullMarked;
