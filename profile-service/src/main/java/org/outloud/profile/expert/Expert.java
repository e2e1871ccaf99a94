package org.outloud.profile.expert;

import java.util.List;

/**
 * Somebody who can help, and why.
 *
 * @param score for the order alone; it means nothing across topics
 */
record Expert(Helper person, double score, List<Reason> reasons) {

    Expert at(double otherScore) {
        return new Expert(person, otherScore, reasons);
    }
}
