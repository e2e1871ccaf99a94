package org.outloud.standalone.demo.speech;

import java.util.List;
import org.outloud.standalone.demo.source.Resources;

/** Everything the organisation talks about. */
public final class Topics {

    private static final String NEWCOMERS = "newcomers";

    private final List<Topic> all;

    private Topics(List<Topic> all) {
        this.all = all;
    }

    public static Topics read() {
        return new Topics(Resources.lines("topics/index.txt").stream()
                .filter(name -> !name.isBlank())
                .map(TopicReader::read)
                .toList());
    }

    public List<Topic> all() {
        return all;
    }

    /** What somebody of a department writes about, apart from what concerns everybody. */
    public List<Topic> of(String department, boolean speaksGerman) {
        return all.stream()
                .filter(topic -> topic.departments().contains(department))
                .filter(topic -> speaksGerman || !topic.isGerman())
                .toList();
    }

    /** Told by those who are new only. */
    public static boolean isForNewcomers(Topic topic) {
        return topic.name().equals(NEWCOMERS);
    }
}
