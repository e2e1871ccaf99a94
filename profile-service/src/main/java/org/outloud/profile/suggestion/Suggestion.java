package org.outloud.profile.suggestion;

import java.util.List;
import org.outloud.profile.directory.PersonSummary;

/** Somebody whom the viewer does not follow yet, and what speaks for it. */
record Suggestion(PersonSummary person, List<Why> reasons) {}
