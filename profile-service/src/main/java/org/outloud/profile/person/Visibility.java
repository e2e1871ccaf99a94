package org.outloud.profile.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumMap;
import java.util.Map;

/** Who sees which field; everyone sees what is not named. */
public record Visibility(@JsonValue Map<ProfileField, ShownTo> restricted) {

    /** Everything is shown to everyone. */
    public static final Visibility OPEN = new Visibility(Map.of());

    /** Forgets what needs no saying. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Visibility {
        Map<ProfileField, ShownTo> kept = new EnumMap<>(ProfileField.class);
        restricted.forEach((field, shown) -> {
            if (shown != ShownTo.EVERYONE) {
                kept.put(field, shown);
            }
        });
        restricted = Map.copyOf(kept);
    }

    /** Whether everyone sees the field. */
    public boolean isOpen(ProfileField field) {
        return !restricted.containsKey(field);
    }

    /** Whether somebody else sees the field. */
    public boolean shows(ProfileField field, boolean inNetwork) {
        return switch (restricted.getOrDefault(field, ShownTo.EVERYONE)) {
            case EVERYONE -> true;
            case NETWORK -> inNetwork;
            case ME -> false;
        };
    }

    /** The same with one field shown otherwise. */
    Visibility with(ProfileField field, ShownTo shown) {
        Map<ProfileField, ShownTo> changed = new EnumMap<>(ProfileField.class);
        changed.putAll(restricted);
        changed.put(field, shown);
        return new Visibility(changed);
    }
}
