package org.outloud.standalone.demo.speech;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened to somebody, ready to be told as a post, with what others say to it. */
public sealed interface Material {

    /** What others say, in no particular order. */
    List<String> replies();

    /** What others answer to what is asked; empty where nothing is. */
    default List<String> answers() {
        return List.of();
    }

    /** A working-out-loud post with its three stations. */
    record Situation(String doing, String learned, @Nullable String need, List<String> replies, List<String> answers)
            implements Material {}

    record Question(String title, String context, List<String> replies, List<String> answers) implements Material {}

    record Remark(String text, List<String> replies) implements Material {}

    /** Own words about a document of the organisation's library. */
    record Reference(String text, String document, String title, List<String> replies) implements Material {}

    record Story(String title, List<String> paragraphs, List<String> replies) implements Material {}
}
