package dev.sixtyfold.text.english;

import dev.sixtyfold.text.english.segment.SentenceBreaker;
import dev.sixtyfold.text.markup.Instruction;
import dev.sixtyfold.text.markup.MarkedText;
import java.util.List;

/** Finds the sentences of a marked text between the places where its author has ended one. */
final class Sections {

    private final SentenceBreaker breaker;
    private final String text;
    private final int[] borders;
    private int border;
    private int sectionStart;
    private String section = "";

    Sections(MarkedText marked, SentenceBreaker breaker) {
        this.breaker = breaker;
        this.text = masked(marked);
        this.borders = marked.instructions().stream().filter(Instruction.Break.class::isInstance)
                .mapToInt(Instruction::start).toArray();
    }

    /**
     * The end of the sentence that begins at {@code start}, exclusive.
     *
     * @param start
     *            not before that of the last call
     */
    int sentenceEnd(int start) {
        if (start >= sectionStart + section.length()) {
            while (border < borders.length && borders[border] <= start) {
                border++;
            }
            sectionStart = start;
            section = text.substring(start, border < borders.length ? borders[border] : text.length());
        }
        return sectionStart + breaker.next(section, start - sectionStart, true).orElseThrow().end();
    }

    /** Whether only white space lies between {@code end} and a place where the author has ended a sentence. */
    boolean isBorder(int end) {
        int at = end;
        while (at < text.length() && SentenceBreaker.isSpace(text.charAt(at))) {
            at++;
        }
        return border < borders.length && borders[border] >= end && borders[border] <= at;
    }

    /** What is given a reading of its own looks like one plain word: its marks end no sentence. */
    private static String masked(MarkedText marked) {
        List<Instruction> readings = marked.instructions().stream().filter(Sections::isReading).toList();
        if (readings.isEmpty()) {
            return marked.text();
        }
        char[] masked = marked.text().toCharArray();
        int done = 0;
        for (Instruction reading : readings) {
            for (int i = Math.max(done, reading.start()); i < reading.end(); i++) {
                masked[i] = Character.isLetterOrDigit(masked[i]) || Character.isSurrogate(masked[i]) ? masked[i] : 'x';
            }
            done = Math.max(done, reading.end());
        }
        return new String(masked);
    }

    private static boolean isReading(Instruction instruction) {
        return switch (instruction) {
            case Instruction.SayAs reading -> true;
            case Instruction.Alias reading -> true;
            case Instruction.Pronunciation reading -> true;
            case Instruction.Role other -> false;
            case Instruction.Emphasis other -> false;
            case Instruction.Prosody other -> false;
            case Instruction.Voice other -> false;
            case Instruction.Language other -> false;
            case Instruction.Pause other -> false;
            case Instruction.Mark other -> false;
            case Instruction.Break other -> false;
        };
    }
}
