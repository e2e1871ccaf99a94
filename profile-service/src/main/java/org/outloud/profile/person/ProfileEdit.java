package org.outloud.profile.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An edit in the manner of JSON merge patch (RFC 7396): what is sent replaces, null clears, what is not sent stays. */
public final class ProfileEdit {

    private final JsonNode edit;
    private final Faults faults = new Faults();

    private ProfileEdit(JsonNode edit) {
        this.edit = edit;
    }

    /** The profile as it would be; an {@link org.outloud.platform.problem.Invalid} naming every field that cannot be so. */
    public static Profile apply(Profile now, ObjectNode edit) {
        return new ProfileEdit(edit).applyTo(now);
    }

    private Profile applyTo(Profile now) {
        Profile edited = new Profile(
                name(now.displayName()),
                now.avatar(),
                text("headline", Profile.HEADLINE, now.headline()),
                text("department", Profile.LINE, now.department()),
                text("jobTitle", Profile.LINE, now.jobTitle()),
                flag("jobTitleShown", now.jobTitleShown()),
                text("location", Profile.LINE, now.location()),
                text("timeZone", Profile.TIME_ZONE, now.timeZone()),
                texts("languages", Profile.MOST_LANGUAGES, Profile.LANGUAGE, now.languages()),
                skills(now.skills()),
                texts("interests", Profile.MOST_TOPICS, Profile.SKILL, now.interests()),
                text("askMeAbout", Profile.PARAGRAPH, now.askMeAbout()),
                text("learning", Profile.PARAGRAPH, now.learning()),
                text("purpose", Profile.PARAGRAPH, now.purpose()),
                visibility(now.visibility()));
        edited.check(faults);
        faults.refuse();
        return edited;
    }

    private String name(String now) {
        String name = text("displayName", Profile.LINE, now);
        if (name == null) {
            faults.add("displayName", "required", "Everybody has a name.");
            return now;
        }
        return name;
    }

    private @Nullable String text(String field, int longest, @Nullable String now) {
        JsonNode sent = edit.get(field);
        return sent == null ? now : readText(field, sent, longest);
    }

    private @Nullable String readText(String field, JsonNode sent, int longest) {
        if (sent.isNull()) {
            return null;
        }
        if (!sent.isString()) {
            faults.add(field, "malformed", "This field is a text.");
            return null;
        }
        String text = sent.stringValue().strip();
        faults.checkText(field, text, longest);
        return text.isEmpty() ? null : text;
    }

    private boolean flag(String field, boolean now) {
        JsonNode sent = edit.get(field);
        if (sent == null) {
            return now;
        }
        if (!sent.isBoolean() && !sent.isNull()) {
            faults.add(field, "malformed", "This field is true or false.");
        }
        return sent.isBoolean() && sent.booleanValue();
    }

    private List<String> texts(String field, int most, int longest, List<String> now) {
        JsonNode sent = edit.get(field);
        if (sent == null) {
            return now;
        }
        List<String> texts = new ArrayList<>();
        int position = 0;
        for (JsonNode item : items(field, sent, most)) {
            String text = requiredText(field + "[" + position++ + "]", item, longest);
            if (text != null && !texts.contains(oneSpaced(text))) {
                texts.add(oneSpaced(text));
            }
        }
        return List.copyOf(texts);
    }

    private List<Skill> skills(List<Skill> now) {
        JsonNode sent = edit.get("skills");
        if (sent == null) {
            return now;
        }
        List<Skill> skills = new ArrayList<>();
        int position = 0;
        for (JsonNode item : items("skills", sent, Profile.MOST_TOPICS)) {
            String field = "skills[" + position++ + "]";
            String name = requiredText(field + ".name", item.path("name"), Profile.SKILL);
            Level level = level(field + ".level", item.path("level"));
            if (name != null && level != null) {
                skills.add(new Skill(oneSpaced(name), level));
            }
        }
        return List.copyOf(skills);
    }

    private Visibility visibility(Visibility now) {
        JsonNode sent = edit.get("visibility");
        if (sent == null) {
            return now;
        }
        if (sent.isNull()) {
            return Visibility.OPEN;
        }
        if (!sent.isObject()) {
            faults.add("visibility", "malformed", "This field names fields and who sees them.");
            return now;
        }
        Visibility edited = now;
        for (Map.Entry<String, JsonNode> each : sent.properties()) {
            String name = "visibility." + each.getKey();
            ProfileField field = ProfileField.named(each.getKey()).orElse(null);
            ShownTo shown = shownTo(name, each.getValue());
            if (field == null) {
                faults.add(name, "unknown-value", "This field is always shown, or there is none of this name.");
            } else if (shown != null) {
                edited = edited.with(field, shown);
            }
        }
        return edited;
    }

    private @Nullable ShownTo shownTo(String name, JsonNode sent) {
        if (sent.isNull()) {
            return ShownTo.EVERYONE;
        }
        ShownTo shown = sent.isString() ? ShownTo.named(sent.stringValue()).orElse(null) : null;
        if (shown == null) {
            faults.add(name, "unknown-value", "One of everyone, network, me.");
        }
        return shown;
    }

    private Iterable<JsonNode> items(String field, JsonNode sent, int most) {
        if (sent.isNull()) {
            return List.of();
        }
        if (!sent.isArray()) {
            faults.add(field, "malformed", "This field is a list.");
            return List.of();
        }
        if (sent.size() > most) {
            faults.add(field, "too-many", "At most " + most + ".");
            return List.of();
        }
        return sent;
    }

    private @Nullable String requiredText(String field, JsonNode sent, int longest) {
        if (sent.isMissingNode()
                || sent.isNull()
                || (sent.isString() && sent.stringValue().isBlank())) {
            faults.add(field, "required", "This field is required.");
            return null;
        }
        return readText(field, sent, longest);
    }

    private static String oneSpaced(String words) {
        return words.replaceAll("\\s+", " ");
    }

    private @Nullable Level level(String field, JsonNode sent) {
        Level level = sent.isString() ? Level.named(sent.stringValue()).orElse(null) : null;
        if (level == null) {
            faults.add(field, "unknown-value", "One of learns, works-with, teaches.");
        }
        return level;
    }
}
