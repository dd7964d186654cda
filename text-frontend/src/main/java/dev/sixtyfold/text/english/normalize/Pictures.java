package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.reading.Decision;
import dev.sixtyfold.text.english.token.EmojiSequence;
import java.util.Optional;

/** Emoji by their names. */
final class Pictures implements Rule {

    /** Those below this (©, ™, →) are signs, unless a picture is asked for. */
    private static final int FIRST_PICTURE = 0x231A;

    private volatile EmojiNames[] names = {};

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        String text = tokens.text(at);
        if (text.isEmpty() || (text.charAt(0) < FIRST_PICTURE && text.length() == 1)
                || !Character.isEmoji(text.codePointAt(0))
                || (text.charAt(0) < 0x80 && text.indexOf(EmojiSequence.KEYCAP) < 0)) {
            return Optional.empty();
        }
        return names().name(text).map(name -> new Match(1, name, Decision.EMOJI));
    }

    /** Most texts have none, so the table is read when the first one comes. */
    private EmojiNames names() {
        EmojiNames[] loaded = names;
        if (loaded.length == 0) {
            loaded = new EmojiNames[]{new EmojiNames(ResourceTable.rows("emoji.tsv", 2))};
            names = loaded;
        }
        return loaded[0];
    }
}
