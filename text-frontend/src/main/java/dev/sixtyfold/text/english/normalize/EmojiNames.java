package dev.sixtyfold.text.english.normalize;

import com.ibm.icu.lang.UCharacter;
import dev.sixtyfold.text.english.token.EmojiSequence;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What pictures are called: by the Unicode Consortium's short names where they differ from the names of the characters,
 * by those of ICU otherwise. Flags go by their country; people by what they do, and by the tone of their skin.
 */
final class EmojiNames {

    private static final int PERSON = 0x1F9D1;
    private static final int WOMAN = 0x1F469;
    private static final int MAN = 0x1F468;
    private static final int FEMALE = 0x2640;
    private static final int MALE = 0x2642;
    private static final int FIRST_SKIN = 0x1F3FB;
    private static final int LAST_SKIN = 0x1F3FF;

    private final Map<String, String> names;

    /**
     * Names with a table of those that ICU does not have.
     *
     * @param rows
     *            sequence without U+FE0F, and name
     */
    EmojiNames(List<List<String>> rows) {
        names = new HashMap<>(2 * rows.size());
        rows.forEach(row -> names.put(row.get(0), row.get(1)));
    }

    /** The name of a sequence, in words; nothing if it is no picture or has none. */
    Optional<List<String>> name(String sequence) {
        int[] characters = sequence.codePoints().filter(c -> c != EmojiSequence.PICTURE_STYLE && c != 0xFE0E)
                .toArray();
        if (characters.length == 0 || !Character.isEmoji(characters[0])) {
            return Optional.empty();
        }
        String name = characters[characters.length - 1] == EmojiSequence.KEYCAP
                ? keycap(characters[0])
                : EmojiSequence.isRegional(characters[0]) ? flag(characters) : picture(characters);
        return name.isEmpty() ? Optional.empty() : Optional.of(List.of(name.split(" ")));
    }

    private static String keycap(int key) {
        return switch (key) {
            case '#' -> "hash";
            case '*' -> "asterisk";
            default -> UCharacter.getName(key).substring("DIGIT ".length()).toLowerCase(Locale.ROOT);
        };
    }

    private static String flag(int[] letters) {
        if (letters.length < 2) {
            return "regional indicator " + (char) ('A' + letters[0] - 0x1F1E6);
        }
        String code = "" + (char) ('A' + letters[0] - 0x1F1E6) + (char) ('A' + letters[1] - 0x1F1E6);
        String country = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
        return "flag " + country.replace("&", "and");
    }

    private String picture(int[] characters) {
        StringBuilder bare = new StringBuilder();
        int skin = 0;
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] >= FIRST_SKIN && characters[i] <= LAST_SKIN && characters.length > 1) {
                skin = characters[i];
            } else {
                bare.appendCodePoint(characters[i]);
            }
        }
        String name = sequence(bare.toString());
        return skin == 0 || name.isEmpty() ? name : name + " " + tone(skin) + " skin tone";
    }

    private static String tone(int skin) {
        return switch (skin - FIRST_SKIN) {
            case 0 -> "light";
            case 1 -> "medium-light";
            case 2 -> "medium";
            case 3 -> "medium-dark";
            default -> "dark";
        };
    }

    private String sequence(String sequence) {
        String known = names.get(sequence);
        if (known != null) {
            return known;
        }
        int[] parts = sequence.codePoints().filter(c -> c != EmojiSequence.JOINER).toArray();
        if (parts.length == 1) {
            return character(parts[0]);
        }
        int last = parts[parts.length - 1];
        if (last == FEMALE || last == MALE) {
            String who = last == FEMALE ? "woman" : "man";
            String what = character(parts[0]);
            return what.startsWith("person ") ? who + what.substring("person".length()) : who + " " + what;
        }
        if (parts.length == 2 && isPerson(parts[0])) {
            String role = names
                    .get(Character.toString(PERSON) + (char) EmojiSequence.JOINER + Character.toString(last));
            if (role != null) {
                return parts[0] == PERSON ? role : character(parts[0]) + " " + role;
            }
        }
        StringBuilder name = new StringBuilder(isPerson(parts[0]) ? "family" : "");
        for (int part : parts) {
            String next = character(part);
            name.append(name.isEmpty() || next.isEmpty() ? "" : " ").append(next);
        }
        return name.toString();
    }

    private static boolean isPerson(int c) {
        return c == PERSON || c == WOMAN || c == MAN;
    }

    private String character(int c) {
        String known = names.get(Character.toString(c));
        if (known != null) {
            return known;
        }
        String name = UCharacter.getName(c);
        if (name == null) {
            return "";
        }
        String lower = name.toLowerCase(Locale.ROOT).replace('-', ' ').replace("oclock", "o'clock");
        if (lower.startsWith("clock face ")) {
            return lower.substring("clock face ".length());
        }
        return lower.endsWith(" sign") || lower.endsWith(" symbol")
                ? lower.substring(0, lower.lastIndexOf(' '))
                : lower;
    }
}
