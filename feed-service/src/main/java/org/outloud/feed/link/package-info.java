/** What pages that posts link to say of themselves, fetched without lending anybody this service's place in the network. */
@NullMarked
package org.outloud.feed.link;

import org.jspecify.annotations.NullMarked;
