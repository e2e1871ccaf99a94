package org.outloud.feed.ask;

import org.jspecify.annotations.Nullable;

/**
 * What became of the asks that everybody may read.
 *
 * @param days how far it looks back
 * @param answered to how many somebody else replied
 * @param withinADay to how many of them within 24 hours
 * @param medianSeconds until the first reply; null when there is none
 * @param givenOn how many waited so long that people who could help were looked for
 * @param answeredThen to how many of those somebody replied afterwards
 */
record AskSummary(
        int days,
        int asked,
        int answered,
        int withinADay,
        @Nullable Double medianSeconds,
        int givenOn,
        int answeredThen) {}
