/** Who can help: people by what they answered, wrote and declared, each with the evidence that the viewer may read. */
@NullMarked
package org.outloud.profile.expert;

import org.jspecify.annotations.NullMarked;
