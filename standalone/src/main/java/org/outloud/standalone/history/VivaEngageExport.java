package org.outloud.standalone.history;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A network as Viva Engage (Yammer) exports it: {@code Users.csv}, {@code Groups.csv} and {@code Messages.csv}. Groups become
 * communities, messages that begin a thread posts, and those that reply comments. Messages are read twice, for replies may stand
 * before what they reply to.
 */
final class VivaEngageExport implements Export {

    private static final List<DateTimeFormatter> TIMES = List.of(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME, DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss Z", Locale.ROOT));

    /** People and tags inside a text, such as {@code [User:12:Ada Lindqvist]}. */
    private static final Pattern REFERENCE =
            Pattern.compile("\\[(User|Tag):(\\d+):([^\\]\\n]*)]", Pattern.CASE_INSENSITIVE);

    private final UserNames userNames;
    private final boolean withPrivate;
    private final Map<String, String> people = new HashMap<>();
    private final Map<String, String> slugs = new HashMap<>();
    private final Set<String> closed = new HashSet<>();
    private final Set<String> carried = new HashSet<>();
    private final Set<String> written = new HashSet<>();
    private final Set<String> joined = new HashSet<>();

    /** @param withPrivate whether private groups are carried over, as closed communities */
    VivaEngageExport(UserNames userNames, boolean withPrivate) {
        this.userNames = userNames;
        this.withPrivate = withPrivate;
    }

    @Override
    public void read(ZipFile zip, Lines lines) throws IOException {
        UserNames.Naming naming = userNames.naming();
        each(zip, "Users.csv", row -> readPerson(row, naming, lines));
        Slugs names = new Slugs();
        each(zip, "Groups.csv", row -> readGroup(row, names, lines));
        each(zip, "Messages.csv", row -> {
            if (reasonToLeave(row) == null) {
                carried.add(field(row, "id"));
            }
        });
        each(zip, "Messages.csv", row -> readMessage(row, lines));
        lines.leave("members of groups who never wrote there, whom the export does not name", slugs.isEmpty() ? 0 : 1);
        lines.leave("likes, which the export does not hold", carried.isEmpty() ? 0 : 1);
    }

    private void readPerson(NamedCsvRecord row, UserNames.Naming naming, Lines lines) {
        String id = field(row, "id");
        String email = field(row, "email");
        String name = field(row, "name");
        String userName = naming.name(id, name.isBlank() ? id : name, email.isBlank() ? null : email);
        people.put(id, userName);
        boolean gone = !field(row, "deleted_at").isBlank()
                || !field(row, "suspended_at").isBlank();
        lines.person("viva:" + id, userName, name.isBlank() ? userName : name, email.isBlank() ? null : email, !gone);
    }

    private void readGroup(NamedCsvRecord row, Slugs names, Lines lines) {
        String id = field(row, "id");
        if (slugs.containsKey(id) || closed.contains(id)) {
            return;
        }
        boolean isPrivate = field(row, "privacy").equalsIgnoreCase("private");
        if (isPrivate && !withPrivate) {
            closed.add(id);
            lines.leave("private groups (--private brings them in as closed communities)");
            return;
        }
        if (!field(row, "deleted").isBlank() && !field(row, "deleted").equalsIgnoreCase("false")) {
            closed.add(id);
            lines.leave("groups that were deleted");
            return;
        }
        String name = field(row, "name").isBlank() ? "Group " + id : field(row, "name");
        String slug = names.of(name);
        slugs.put(id, slug);
        lines.community(
                "viva:" + id,
                slug,
                name,
                field(row, "description"),
                isPrivate ? "closed" : "open",
                instant(field(row, "created_at")),
                people.get(field(row, "created_by_id")));
    }

    /** Why a message is not carried over; null when it can be. */
    private @Nullable String reasonToLeave(NamedCsvRecord row) {
        if (!field(row, "deleted_at").isBlank()) {
            return "messages that were deleted";
        }
        if (field(row, "in_private_conversation").equalsIgnoreCase("true")) {
            return "private conversations' messages";
        }
        if (closed.contains(field(row, "group_id"))) {
            return "messages in groups that are not carried over";
        }
        if (people.get(field(row, "sender_id")) == null
                || instant(field(row, "created_at")) == null
                || !isPerson(row)) {
            return "messages of apps, or without an author or a time";
        }
        return markdown(row).isBlank() ? "messages without words" : null;
    }

    private void readMessage(NamedCsvRecord row, Lines lines) {
        String id = field(row, "id");
        String reason = reasonToLeave(row);
        String attachments = field(row, "attachments");
        lines.leave("attachments", attachments.isBlank() ? 0 : attachments.split(",").length);
        if (reason != null) {
            lines.leave(reason);
        } else if (!written.add(id)) {
            lines.leave("further versions of messages");
        } else if (beginsThread(row)) {
            lines.post("viva:" + id, author(row), time(row), markdown(row), slugs.get(field(row, "group_id")));
            join(field(row, "group_id"), author(row), lines);
        } else if (carried.contains(field(row, "thread_id"))) {
            String replied = field(row, "replied_to_id");
            String above = carried.contains(replied) ? replied : field(row, "thread_id");
            lines.comment("viva:" + id, author(row), time(row), markdown(row), "viva:" + above);
            join(field(row, "group_id"), author(row), lines);
        } else {
            lines.leave("replies whose thread is not carried over");
        }
    }

    private String author(NamedCsvRecord row) {
        return Objects.requireNonNull(people.get(field(row, "sender_id")));
    }

    private static Instant time(NamedCsvRecord row) {
        return Objects.requireNonNull(instant(field(row, "created_at")));
    }

    private static boolean beginsThread(NamedCsvRecord row) {
        String thread = field(row, "thread_id");
        return field(row, "replied_to_id").isBlank() || thread.isBlank() || thread.equals(field(row, "id"));
    }

    /** Whoever wrote in a group is a member of it, once. */
    private void join(String group, String author, Lines lines) {
        String slug = slugs.get(group);
        if (slug != null && joined.add(group + "/" + author)) {
            lines.membership(slug, author, "member");
        }
    }

    private String markdown(NamedCsvRecord row) {
        String title = field(row, "title");
        Matcher references = REFERENCE.matcher(field(row, "body"));
        String text = references.replaceAll(found -> Matcher.quoteReplacement(
                found.group(1).equalsIgnoreCase("tag")
                        ? "#" + found.group(3).strip().replaceAll("\\s+", "-")
                        : people.containsKey(found.group(2)) ? "@" + people.get(found.group(2)) : found.group(3)));
        return (title.isBlank() ? text : "**" + title.strip() + "**\n\n" + text).strip();
    }

    private static boolean isPerson(NamedCsvRecord row) {
        String type = field(row, "sender_type");
        return type.isBlank() || type.equalsIgnoreCase("user");
    }

    private static String field(NamedCsvRecord row, String name) {
        return row.findField(name).orElse("");
    }

    private static @Nullable Instant instant(String text) {
        return TIMES.stream()
                .flatMap(format -> Stream.ofNullable(instant(text.strip(), format)))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant instant(String text, DateTimeFormatter format) {
        try {
            return OffsetDateTime.parse(text, format).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static void each(ZipFile zip, String name, Consumer<NamedCsvRecord> row) throws IOException {
        ZipEntry entry = zip.stream()
                .filter(one -> one.getName().equals(name) || one.getName().endsWith("/" + name))
                .findFirst()
                .orElseThrow(() -> new Unreadable("This is no export of Viva Engage: there is no " + name + " in it."));
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .detectBomHeader(true)
                .ofNamedCsvRecord(zip.getInputStream(entry), StandardCharsets.UTF_8)) {
            reader.forEach(row);
        } catch (CsvParseException e) {
            throw new Unreadable(name + " is not CSV: " + e.getMessage(), e);
        }
    }
}
