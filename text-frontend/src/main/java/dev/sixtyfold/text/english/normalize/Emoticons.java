package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.reading.Decision;
import java.util.List;
import java.util.Optional;

/** Faces typed with punctuation, where nothing else stands beside them: :) ;-) :D. */
final class Emoticons implements Rule {

    private static final int LONGEST = 4;

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        String first = tokens.text(at);
        if (first.isEmpty() || tokens.isGlued(at - 1) || ":;=xX".indexOf(first.charAt(0)) < 0
                || first.length() > LONGEST) {
            return Optional.empty();
        }
        StringBuilder face = new StringBuilder(first);
        int last = at;
        while (tokens.isGlued(last) && face.length() <= LONGEST) {
            last++;
            face.append(tokens.text(last));
        }
        String name = name(face.toString());
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new Match(last - at + 1, List.of(name.split(" ")), Decision.EMOJI));
    }

    private static String name(String face) {
        return switch (face) {
            case ":)", ":-)", "=)", ":]" -> "smiling face";
            case ":(", ":-(", "=(", ":[" -> "sad face";
            case ":D", ":-D", "=D", "xD", "XD" -> "laughing face";
            case ";)", ";-)" -> "winking face";
            case ":P", ":-P", ":p", ":-p" -> "face with tongue";
            case ":/", ":-/", ":\\", ":-\\" -> "confused face";
            case ":O", ":-O", ":o", ":-o" -> "surprised face";
            case ":'(", ":,(" -> "crying face";
            case ":|", ":-|" -> "neutral face";
            default -> "";
        };
    }
}
