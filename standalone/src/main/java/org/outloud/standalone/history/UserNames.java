package org.outloud.standalone.history;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people of an export are called here: the user names that the organisation's identity provider gives. */
public enum UserNames {
    /** What stands before the @ of the e-mail address. */
    LOCAL_PART {
        @Override
        String of(String name, String email) {
            return email.substring(0, email.indexOf('@'));
        }
    },
    /** The whole e-mail address, as Entra ID has it. */
    EMAIL {
        @Override
        String of(String name, String email) {
            return email;
        }
    },
    /** What they are called there. */
    NAME {
        @Override
        String of(String name, String email) {
            return name;
        }
    };

    /** The words of the command. */
    static String words() {
        return Arrays.stream(values()).map(UserNames::word).collect(Collectors.joining(", "));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads a word.
     *
     * @throws Unreadable when it is none of the words
     */
    public static UserNames of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Unreadable("--user-names is one of " + words() + "."));
    }

    abstract String of(String name, String email);

    /** Names people, each differently. */
    Naming naming() {
        return new Naming(this);
    }

    /** Remembers which names are given. */
    static final class Naming {

        private final UserNames rule;
        private final Set<String> given = new HashSet<>();

        private Naming(UserNames rule) {
            this.rule = rule;
        }

        /**
         * The name of somebody; without an address, or when it is taken, the one they have there.
         *
         * @param id with which it is made their own when that is taken, too
         */
        String name(String id, String name, @Nullable String email) {
            String address = email == null || email.indexOf('@') < 1 ? "" : email;
            String wanted = address.isEmpty() ? name : rule.of(name, address);
            for (String one : List.of(wanted, address, name, name + "-" + id)) {
                if (!one.isBlank() && given.add(one.toLowerCase(Locale.ROOT))) {
                    return one;
                }
            }
            return id;
        }
    }
}
