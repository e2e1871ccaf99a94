package org.outloud.community.landscape;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The words of a text that carry meaning, by their stems: Lucene's tokens, without the stop words of English and German,
 * stemmed for both languages one after the other, so that no text needs to say which one it is written in.
 */
final class Speech {

    private static final Pattern NO_SPEECH =
            Pattern.compile("```.*?```|`[^`]*`|\\]\\([^)]*\\)|\\b(?:https?|mailto):\\S+|(?<!\\w)@\\S+", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[\\p{N}.,:]+");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;

    /** What communities are called whatever they are about. */
    private static final List<String> KINDS_OF_COMMUNITY = List.of(
            "community",
            "communities",
            "practice",
            "guild",
            "group",
            "team",
            "circle",
            "network",
            "forum",
            "club",
            "exchange",
            "gruppe",
            "kreis",
            "austausch",
            "netzwerk",
            "praxis",
            "gemeinschaft",
            "runde",
            "people");

    private static final Analyzer ANALYZER = analyzer();

    private Speech() {}

    /** The words as written, in lower case, by their stems, in the order in which they come. */
    static Map<String, String> words(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        List<String> tokens = tokens(NO_SPEECH.matcher(text).replaceAll(" "));
        for (int i = 0; i + 1 < tokens.size(); i += 2) {
            if (!NUMBER.matcher(tokens.get(i)).matches()) {
                found.putIfAbsent(tokens.get(i + 1), tokens.get(i));
            }
        }
        return found;
    }

    /** A tag as its stem: that of its one word, or the tag itself. */
    static String stem(String tag) {
        List<String> tokens = tokens(tag);
        return tokens.size() == 2 ? tokens.get(1) : tag.toLowerCase(java.util.Locale.ROOT);
    }

    /** Each word twice: as written, then its stem. */
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        try (TokenStream stream = ANALYZER.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term.toString());
            }
            stream.end();
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Analyzer analyzer() {
        CharArraySet stopWords = stopWords();
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                StandardTokenizer words = new StandardTokenizer();
                TokenStream said = new StopFilter(new LowerCaseFilter(words), stopWords);
                TokenStream kept = new KeywordRepeatFilter(new LengthFilter(said, SHORTEST, LONGEST));
                return new TokenStreamComponents(words, new GermanLightStemFilter(new KStemFilter(kept)));
            }
        };
    }

    private static CharArraySet stopWords() {
        CharArraySet words = new CharArraySet(KINDS_OF_COMMUNITY, true);
        for (String language : List.of("english", "german")) {
            String file = language + "_stop.txt";
            try (InputStreamReader list = new InputStreamReader(
                    Objects.requireNonNull(SnowballFilter.class.getResourceAsStream(file), file),
                    StandardCharsets.UTF_8)) {
                words.addAll(WordlistLoader.getSnowballWordSet(list));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return CharArraySet.unmodifiableSet(words);
    }
}
