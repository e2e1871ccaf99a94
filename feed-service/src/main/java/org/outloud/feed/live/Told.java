package org.outloud.feed.live;

import java.util.Set;
import org.outloud.contracts.PersonId;

/**
 * One change, ready for the streams of those it is for.
 *
 * @param offset its place among all changes, by which a stream resumes
 * @param event name of the server-sent event
 * @param data its JSON
 */
record Told(long offset, String event, String data, Set<PersonId> people) {}
