package org.outloud.standalone.demo.speech;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.outloud.standalone.demo.source.Chance;

/** What stays the same within a thread: the hospital, the numbers, the colleague. */
public final class Setting {

    private final Chance chance;
    private final Map<String, String> bound = new HashMap<>();

    public Setting(Chance chance) {
        this.chance = chance;
    }

    public Setting bind(String slot, String value) {
        bound.put(slot, value);
        return this;
    }

    Chance chance() {
        return chance;
    }

    @Nullable
    String bound(String slot) {
        return bound.get(slot);
    }
}
