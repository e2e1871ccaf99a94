package org.outloud.profile.person;

import java.text.Normalizer;
import java.util.Locale;

/** Texts as they are compared: user names, e-mail addresses and skills match without case, whatever way they were typed. */
public final class Folded {

    private Folded() {}

    /** NFKC in lower case. */
    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
