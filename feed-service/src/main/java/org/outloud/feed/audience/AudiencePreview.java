package org.outloud.feed.audience;

import java.util.List;
import org.outloud.feed.person.PersonRef;

/**
 * Who could read a post.
 *
 * @param count how many people, the author not counted
 * @param sample up to five of them by name
 */
record AudiencePreview(long count, List<PersonRef> sample) {}
