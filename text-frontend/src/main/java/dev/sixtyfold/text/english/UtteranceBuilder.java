package dev.sixtyfold.text.english;

import dev.sixtyfold.speech.Delivery;
import dev.sixtyfold.speech.PhonemeSequence;
import dev.sixtyfold.speech.SkippedSpan;
import dev.sixtyfold.speech.SourceNote;
import dev.sixtyfold.speech.SpokenWord;
import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.text.english.pronounce.ProsodyMarks;
import dev.sixtyfold.text.english.pronounce.Sound;
import dev.sixtyfold.text.english.token.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Puts sounds together into an utterance and accounts for every character of its source. */
final class UtteranceBuilder {

    private UtteranceBuilder() {}

    /**
     * @param from
     *            where the utterance's source begins, in UTF-16 units
     * @param to
     *            where it ends, exclusive
     * @param sounds
     *            whose places lie between the two
     */
    static Utterance build(int index, SourceSentence sentence, int from, int to, List<Sound> sounds) {
        return build(index, sentence, from, to, sounds, List.of(), starts -> Delivery.PLAIN);
    }

    /**
     * The same with notes and its delivery.
     *
     * @param delivery
     *            made from the first symbol of each sound, and the number of symbols
     */
    static Utterance build(int index, SourceSentence sentence, int from, int to, List<Sound> sounds,
            List<SourceNote> notes, Function<int[], Delivery> delivery) {
        StringBuilder symbols = new StringBuilder();
        StringBuilder normalized = new StringBuilder();
        List<SpokenWord> words = new ArrayList<>();
        int[] starts = new int[sounds.size() + 1];
        for (int i = 0; i < sounds.size(); i++) {
            Sound sound = sounds.get(i);
            starts[i] = symbols.length();
            if (sound instanceof Sound.Word word) {
                words.add(new SpokenWord(sentence.text(word.start(), word.end()),
                        sentence.span(word.start(), word.end()), word.spoken(), word.phonemes(),
                        word.decidedBy(), symbols.length(), symbols.length() + word.phonemes().length(),
                        word.explanation()));
            }
            String space = sound.spaceAfter() && i + 1 < sounds.size() ? " " : "";
            symbols.append(sound.phonemes()).append(space);
            normalized.append(sound.spoken()).append(space);
        }
        starts[sounds.size()] = symbols.length();
        PhonemeSequence phonemes = words.isEmpty()
                ? PhonemeSequence.EMPTY
                : new PhonemeSequence(symbols.toString(), words);
        return new Utterance(index, sentence.span(from, to), words.isEmpty() ? "" : normalized.toString(), phonemes,
                skipped(sentence, from, to, sounds), notes, delivery.apply(starts));
    }

    /** What is neither spoken nor white space nor punctuation, neighbours with the same reason taken together. */
    private static List<SkippedSpan> skipped(SourceSentence sentence, int from, int to, List<Sound> sounds) {
        List<SkippedSpan> skipped = new ArrayList<>();
        int nextSound = 0;
        int runStart = -1;
        String runReason = "";
        int at = from;
        while (at <= to) {
            while (nextSound < sounds.size() && sounds.get(nextSound).end() <= at) {
                nextSound++;
            }
            Sound sound = nextSound < sounds.size() && sounds.get(nextSound).start() <= at
                    ? sounds.get(nextSound)
                    : null;
            int character = at < to ? sentence.characterAt(at) : ' ';
            String reason = at == to || sound instanceof Sound.Word ? "" : reason(sentence, at, sound != null);
            if (!reason.equals(runReason)) {
                if (!runReason.isEmpty()) {
                    skipped.add(new SkippedSpan(sentence.span(runStart, at), runReason));
                }
                runStart = at;
                runReason = reason;
            }
            at += Character.charCount(character);
        }
        return skipped;
    }

    /** A mark that lays text out is listed even where it has become a pause. */
    private static String reason(SourceSentence sentence, int at, boolean pause) {
        return sentence.layoutAt(at).map(Layout.Part::description)
                .orElseGet(() -> pause && isPunctuation(sentence.characterAt(at))
                        ? ""
                        : reason(sentence.characterAt(at)));
    }

    /** What a pause may be written as; a letter in brackets of its own is more than the brackets. */
    private static boolean isPunctuation(int character) {
        return switch (Character.getType(character)) {
            case Character.OTHER_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION ->
                true;
            default -> false;
        };
    }

    /** Why a character that no sound covers is not spoken; empty if nobody would expect it to be. */
    private static String reason(int character) {
        if (ProsodyMarks.isMark(character) || Character.isWhitespace(character) || Character.isSpaceChar(character)
                || Character.isISOControl(character)) {
            return "";
        }
        if (Character.isLetter(character)) {
            return "no English reading for letters of this script";
        }
        return switch (Character.getType(character)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
                "no English reading for this number";
            case Character.SURROGATE -> "half of a surrogate pair: not a character";
            case Character.FORMAT -> "invisible character";
            case Character.PRIVATE_USE, Character.UNASSIGNED -> "unknown character";
            default -> Character.isEmojiPresentation(character) ? "emoji" : "no reading for this symbol";
        };
    }
}
