package org.outloud.feed.mail;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A digest as its reader sees it: subject, plain text and the same as HTML, in their language. */
record Letter(String subject, String text, String html) {

    private static final int LONGEST_SUBJECT = 150;

    static Letter of(Digest digest, String origin) {
        Words words = new Words(digest.reader().language());
        StringBuilder text = new StringBuilder();
        StringBuilder html = new StringBuilder(
                "<!doctype html><html lang=\"%s\"><body style=\"font-family:sans-serif\"><p>%s</p><ul>"
                        .formatted(words.language(), escaped(words.say("lead"))));
        text.append(words.say("lead")).append("\n\n");
        for (Digest.Line line : digest.lines()) {
            String what = words.of(line);
            String title = line.title();
            String link = origin + line.path();
            text.append("* ").append(what).append('\n');
            if (title != null) {
                text.append("  ").append(title).append('\n');
            }
            text.append("  ").append(link).append("\n\n");
            html.append("<li><p>%s<br><a href=\"%s\">%s</a></p></li>"
                    .formatted(escaped(what), escaped(link), escaped(title == null ? words.say("open") : title)));
        }
        html.append("</ul>");
        if (digest.more() > 0) {
            String more = words.say("more", digest.more());
            text.append(more).append('\n').append(origin).append("/notifications\n\n");
            html.append("<p><a href=\"%s/notifications\">%s</a></p>".formatted(escaped(origin), escaped(more)));
        }
        String preferences = origin + "/notifications/preferences";
        String end = origin + UnsubscribeController.SCREEN + digest.reader().unsubscribe();
        text.append("-- \n%s\n%s\n%s\n%s\n".formatted(words.say("change"), preferences, words.say("end"), end));
        html.append("<hr><p><a href=\"%s\">%s</a> · <a href=\"%s\">%s</a></p></body></html>"
                .formatted(
                        escaped(preferences), escaped(words.say("change")), escaped(end), escaped(words.say("end"))));
        return new Letter(subject(digest, words), text.toString(), html.toString());
    }

    /** What concerns the reader most. */
    private static String subject(Digest digest, Words words) {
        Digest.Line first = digest.lines().get(0);
        String title = first.title();
        String subject = title == null ? words.of(first) : words.of(first) + ": " + title;
        String line = subject.replaceAll("\\p{Cntrl}", " ");
        return line.length() > LONGEST_SUBJECT ? line.substring(0, LONGEST_SUBJECT - 1) + "…" : line;
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    /** The sentences of one language. */
    private record Words(ResourceBundle bundle, Locale locale) {

        Words(@Nullable String tag) {
            this(localeOf(tag));
        }

        private Words(Locale locale) {
            this(
                    ResourceBundle.getBundle(
                            "mail.digest",
                            locale,
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)),
                    locale);
        }

        private static Locale localeOf(@Nullable String tag) {
            Locale told = tag == null ? Locale.ENGLISH : Locale.forLanguageTag(tag.replace('_', '-'));
            return told.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
        }

        String language() {
            return locale.getLanguage();
        }

        String of(Digest.Line line) {
            String who = say("who", line.actor(), line.others());
            return say("kind." + line.kind(), who, line.count());
        }

        String say(String key, Object... values) {
            return new MessageFormat(bundle.getString(key), locale).format(values);
        }
    }
}
