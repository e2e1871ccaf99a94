package org.outloud.standalone.history;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A workspace as Slack exports it: {@code users.json}, {@code channels.json}, and a folder for each channel with a file for each
 * day. Channels become communities, messages posts, and replies in threads comments.
 */
final class SlackExport implements Export {

    private static final Set<String> SAID = Set.of("", "me_message", "thread_broadcast", "file_share");
    private static final Set<String> COMING_AND_GOING = Set.of(
            "channel_join",
            "channel_leave",
            "group_join",
            "group_leave",
            "channel_topic",
            "channel_purpose",
            "channel_name",
            "channel_archive",
            "channel_unarchive",
            "pinned_item");

    private final UserNames userNames;
    private final boolean withPrivate;
    private final Map<String, String> people = new HashMap<>();

    /** @param withPrivate whether private channels are carried over, as secret communities */
    SlackExport(UserNames userNames, boolean withPrivate) {
        this.userNames = userNames;
        this.withPrivate = withPrivate;
    }

    @Override
    public void read(ZipFile zip, Lines lines) throws IOException {
        readPeople(list(zip, "users.json", true), lines);
        Slugs slugs = new Slugs();
        for (JsonNode channel : list(zip, "channels.json", true)) {
            readChannel(zip, channel, "open", slugs, lines);
        }
        JsonNode closed = list(zip, "groups.json", false);
        if (withPrivate) {
            for (JsonNode channel : closed) {
                readChannel(zip, channel, "secret", slugs, lines);
            }
        } else {
            lines.leave("private channels (--private brings them in as secret communities)", closed.size());
        }
        lines.leave("conversations between two", list(zip, "dms.json", false).size());
        lines.leave(
                "conversations between several", list(zip, "mpims.json", false).size());
    }

    private void readPeople(JsonNode users, Lines lines) {
        UserNames.Naming naming = userNames.naming();
        for (JsonNode user : users) {
            String id = text(user, "id");
            if (user.path("is_bot").asBoolean(false) || id.equals("USLACKBOT")) {
                lines.leave("bots");
                continue;
            }
            JsonNode profile = user.path("profile");
            String email = profile.path("email").asString("");
            String name = text(user, "name");
            String userName = naming.name(id, name, email.isEmpty() ? null : email);
            String shown =
                    profile.path("real_name").asString(user.path("real_name").asString(name));
            people.put(id, userName);
            lines.person(
                    "slack:" + id,
                    userName,
                    shown.isBlank() ? userName : shown,
                    email.isEmpty() ? null : email,
                    !user.path("deleted").asBoolean(false));
        }
    }

    private void readChannel(ZipFile zip, JsonNode channel, String visibility, Slugs slugs, Lines lines)
            throws IOException {
        String id = text(channel, "id");
        String name = text(channel, "name");
        String slug = slugs.of(name);
        Set<String> members = new LinkedHashSet<>();
        channel.path("members").forEach(member -> members.add(member.asString("")));
        String creator = channel.path("creator").asString("");
        long created = channel.path("created").asLong(0);
        lines.community(
                "slack:" + id,
                slug,
                name,
                channel.path("purpose").path("value").asString(""),
                visibility,
                created == 0 ? null : Instant.ofEpochSecond(created),
                members.contains(creator) ? people.get(creator) : null);
        for (String member : members) {
            String userName = people.get(member);
            if (userName != null && !member.equals(creator)) {
                lines.membership(slug, userName, "member");
            }
        }
        if (channel.path("is_archived").asBoolean(false)) {
            lines.leave("channels that were archived, which are not archived here");
        }
        readMessages(zip, id, name, slug, lines);
    }

    private void readMessages(ZipFile zip, String channel, String folder, String slug, Lines lines) throws IOException {
        List<? extends ZipEntry> days = zip.stream()
                .filter(entry -> entry.getName().startsWith(folder + "/")
                        && entry.getName().endsWith(".json"))
                .sorted(java.util.Comparator.comparing(ZipEntry::getName))
                .toList();
        SlackText markup = new SlackText(people);
        Set<String> carried = new HashSet<>();
        for (ZipEntry day : days) {
            for (JsonNode message : parse(zip, day)) {
                readMessage(message, channel, slug, markup, carried, lines);
            }
        }
    }

    private void readMessage(
            JsonNode message, String channel, String slug, SlackText markup, Set<String> carried, Lines lines) {
        String said = message.path("subtype").asString("");
        String author = people.get(message.path("user").asString(""));
        String stamp = message.path("ts").asString("");
        Instant at = instant(stamp);
        if (COMING_AND_GOING.contains(said)) {
            lines.leave("notes on who came and went, and on names and topics");
            return;
        }
        if (!SAID.contains(said) || author == null || at == null) {
            lines.leave("messages of bots and of Slack itself, or without an author");
            return;
        }
        int files = message.path("files").size();
        lines.leave("files", files);
        String body = markup.markdown(message.path("text").asString(""));
        if (body.isBlank()) {
            lines.leave("messages without words");
            return;
        }
        String id = "slack:" + channel + ":" + stamp;
        String thread = message.path("thread_ts").asString(stamp);
        if (thread.equals(stamp)) {
            lines.post(id, author, at, body, slug);
        } else if (carried.contains(thread)) {
            lines.comment(id, author, at, body, "slack:" + channel + ":" + thread);
        } else {
            lines.leave("replies whose thread is not carried over");
            return;
        }
        carried.add(stamp);
        readReactions(message, id, at, lines);
    }

    /** Slack does not say when somebody reacted; each person's, of whatever emoji, is one like. */
    private void readReactions(JsonNode message, String post, Instant at, Lines lines) {
        Set<String> likers = new LinkedHashSet<>();
        long all = 0;
        for (JsonNode reaction : message.path("reactions")) {
            for (JsonNode user : reaction.path("users")) {
                all++;
                String liker = people.get(user.asString(""));
                if (liker != null) {
                    likers.add(liker);
                }
            }
        }
        likers.forEach(liker -> lines.like(post, liker, at));
        lines.leave("emoji of reactions, each person's of which are one like", all);
    }

    private static JsonNode list(ZipFile zip, String name, boolean required) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            if (required) {
                throw new Unreadable("This is no export of Slack: there is no " + name + " in it.");
            }
            return Lines.JSON.createArrayNode();
        }
        return parse(zip, entry);
    }

    private static JsonNode parse(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            JsonNode read = Lines.JSON.readTree(content);
            return read.isArray() ? read : Lines.JSON.createArrayNode();
        } catch (JacksonException e) {
            throw new Unreadable(entry.getName() + " is not JSON.", e);
        }
    }

    private static String text(JsonNode node, String field) {
        String text = node.path(field).asString("");
        if (text.isBlank()) {
            throw new Unreadable("This is no export of Slack: somebody or something has no " + field + ".");
        }
        return text;
    }

    /** Seconds and microseconds, such as {@code 1762077600.000200}, by which messages are told apart. */
    private static @Nullable Instant instant(String stamp) {
        try {
            BigDecimal micros = new BigDecimal(stamp).movePointRight(6);
            return Instant.EPOCH.plus(micros.longValueExact(), java.time.temporal.ChronoUnit.MICROS);
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }
}
