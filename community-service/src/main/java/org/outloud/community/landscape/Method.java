package org.outloud.community.landscape;

/**
 * The figures by which gaps and overlaps are found, as the page states them.
 *
 * @param weeks how far back posts are looked at
 * @param mostPosts at most so many of them, the newest
 * @param leastPeople a topic is one only when so many people speak of it
 * @param largestShare a word in more than this share of the posts says nothing, unless people use it as a tag
 * @param leastTogether two words belong together only when they do so in so many posts
 * @param leastBond and when their normalised pointwise mutual information is at least this
 * @param mostAlone a tag that goes with no word counts only up to so many posts: of more, some word would go with it
 * @param namedFor a community serves a topic when it is called by one of so many of its first words
 * @param servedShare or when it has at least this share of its words
 * @param leastLikeness a pair is looked at only when its words are so alike, from 0 to 1
 * @param leastTagLikeness or its tags are
 * @param leastScore a pair is shown only when all that speaks for it comes to this
 */
record Method(
        int weeks,
        int mostPosts,
        int leastPeople,
        double largestShare,
        int leastTogether,
        double leastBond,
        int mostAlone,
        int namedFor,
        double servedShare,
        double leastLikeness,
        double leastTagLikeness,
        double leastScore) {

    /** What the figures in the documentation were measured with. */
    static final Method STATED = new Method(12, 100_000, 5, 0.1, 3, 0.35, 30, 3, 0.5, 0.25, 0.4, 0.5);

    private static final double WEIGHT_OF_WORDS = 0.75;
    private static final double WEIGHT_OF_THE_REST = 0.5;

    /** How much speaks for a pair: each kind of evidence takes away its part of the doubt. What was not looked at, none. */
    static double score(double words, double tags, double members) {
        return 1 - (1 - WEIGHT_OF_WORDS * words) * (1 - WEIGHT_OF_THE_REST * tags) * (1 - WEIGHT_OF_THE_REST * members);
    }
}
