package dev.sixtyfold.text.ssml;

import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import dev.sixtyfold.text.markup.Instruction;
import dev.sixtyfold.text.markup.Instruction.Break.Unit;
import dev.sixtyfold.text.markup.Instruction.Emphasis.Level;
import dev.sixtyfold.text.markup.MarkedText;
import dev.sixtyfold.text.markup.PhonemeNotation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the elements of a document mean, from the first tag to the last. */
final class SsmlDocument implements SourceScanner.Sink {

    private static final int DEEPEST = 50;

    private final PhonemeNotation notation;
    private final double voiceHertz;
    private final TextBuilder text = new TextBuilder();
    private final Deque<Open> open = new ArrayDeque<>();
    private Duration pauses = Duration.ZERO;

    SsmlDocument(PhonemeNotation notation, double voiceHertz) {
        this.notation = notation;
        this.voiceHertz = voiceHertz;
    }

    /** An instruction whose end is not known yet. */
    @FunctionalInterface
    private interface Span {

        /** @param end in UTF-16 units of the text */
        Instruction to(int end);
    }

    /**
     * An element that has not ended.
     *
     * @param meaning
     *            what it asks of its content; null for nothing
     * @param language
     *            what its {@code xml:lang} asks; null without one
     * @param ends
     *            what ends where it ends; null for nothing
     * @param silent
     *            why its text is not for reading; null where it is
     */
    private record Open(int start, @Nullable Span meaning, @Nullable Span language, @Nullable Unit ends,
            @Nullable String silent, Manner manner) {}

    void open(Attributes element, int tagStart, int tagEnd) {
        SourceSpan tag = new SourceSpan(tagStart, tagEnd);
        if (open.isEmpty() && !element.element().equals("speak")) {
            throw element.problem("the document is <" + SsmlProblem.printable(element.element(), 40)
                    + ">; it must be <speak>");
        }
        if (open.size() == DEEPEST) {
            throw element.problem("elements are nested more than " + DEEPEST + " deep");
        }
        Open outer = open.peek();
        int start = text.length();
        Manner manner = outer == null ? Manner.PLAIN : outer.manner;
        String silent = outer == null ? null : outer.silent;
        Span meaning = null;
        Unit ends = null;
        switch (element.element()) {
            case "speak" -> {
            }
            case "p", "paragraph" -> ends = Unit.PARAGRAPH;
            case "s", "sentence" -> ends = Unit.SENTENCE;
            case "break" -> text.add(new Instruction.Pause(start, pause(element)));
            case "mark" -> text.add(new Instruction.Mark(start, element.required("name", "here")));
            case "say-as" -> meaning = sayAs(element, start);
            case "sub" -> meaning = alias(element, start);
            case "phoneme" -> meaning = pronunciation(element, start);
            case "w", "token" -> meaning = role(element, start);
            case "emphasis" -> meaning = emphasis(element, start);
            case "voice" -> meaning = voice(element, start, tag);
            case "prosody" -> {
                manner = prosody(element, manner, tag);
                Manner changed = manner;
                meaning = end -> new Instruction.Prosody(start, end, changed.rate(), changed.semitones(),
                        changed.decibels());
            }
            case "lang" -> element.required("xml:lang", "en-US");
            case "audio" -> throw element.problem(
                    "<audio> cannot be played: recordings are not inserted; take the element out");
            case "par", "seq", "media" -> throw element.problem("<" + element.element()
                    + "> cannot be followed: nothing is mixed or timed; take the element out");
            case "metadata", "desc" -> silent = "<" + element.element() + "> is not for reading";
            case "meta", "lexicon" -> text.note(tag, "<" + element.element() + "> is not followed");
            default -> text.note(tag, "unknown tag <" + SsmlProblem.printable(element.element(), 40)
                    + ">: its text is spoken");
        }
        if (ends != null) {
            breakAt(start, ends);
        }
        open.push(new Open(start, meaning, language(element, start), ends, silent, manner));
    }

    void close() {
        Open closed = open.pop();
        int end = text.length();
        if (closed.meaning != null && end > closed.start) {
            text.add(closed.meaning.to(end));
        }
        if (closed.language != null && end > closed.start) {
            text.add(closed.language.to(end));
        }
        if (closed.ends != null) {
            breakAt(end, closed.ends);
        }
    }

    @Override
    public void character(int codePoint, int start, int end) {
        Open around = open.peek();
        if (around == null) {
            return; // white space around the document
        }
        if (around.silent == null) {
            text.append(codePoint, start, end);
        } else if (!Character.isWhitespace(codePoint)) {
            text.skip(new SourceSpan(start, end), around.silent);
        }
    }

    /**
     * @param sourceLength
     *            in code points
     */
    MarkedText finish(int sourceLength) {
        if (text.isEmpty()) {
            throw new InvalidRequest("input.ssml", "holds no text to be spoken");
        }
        return text.build(sourceLength);
    }

    private void breakAt(int at, Unit unit) {
        text.add(new Instruction.Break(at, unit));
    }

    private Duration pause(Attributes element) {
        Duration strength = element.read("strength", PauseLength.ofStrength("medium").orElseThrow(),
                PauseLength::ofStrength, "none, x-weak, weak, medium, strong or x-strong");
        Duration time = element.read("time", strength, PauseLength::ofTime, "a time such as 500ms or 1.5s");
        if (time.compareTo(PauseLength.LONGEST) > 0) {
            throw element.wrong("time", "at most " + PauseLength.LONGEST.toSeconds() + "s");
        }
        pauses = pauses.plus(time);
        if (pauses.compareTo(PauseLength.LONGEST_IN_ALL) > 0) {
            throw element.problem("with this <break> the pauses of the document are longer than "
                    + PauseLength.LONGEST_IN_ALL.toSeconds() + "s in all, the most that it may have");
        }
        return time;
    }

    private static Span sayAs(Attributes element, int start) {
        String kind = element.required("interpret-as", "date");
        String format = element.find("format").map(String::strip).orElse("");
        String detail = element.find("detail").map(String::strip).orElse("");
        return end -> new Instruction.SayAs(start, end, kind, format, detail);
    }

    private static Span alias(Attributes element, int start) {
        String spoken = element.required("alias", "what is spoken instead");
        return end -> new Instruction.Alias(start, end, spoken, Instruction.Origin.MARKUP);
    }

    private Span pronunciation(Attributes element, int start) {
        String alphabet = element.find("alphabet").orElse("ipa");
        String written = element.required("ph", "həˈloʊ");
        String phonemes;
        try {
            phonemes = notation.convert(alphabet, written);
        } catch (IllegalArgumentException e) {
            throw element.problem("<phoneme> has a wrong ph or alphabet: " + e.getMessage());
        }
        return end -> new Instruction.Pronunciation(start, end, phonemes, Instruction.Origin.MARKUP);
    }

    /** A role is a qualified name; what its prefix stands for does not matter. */
    private static @Nullable Span role(Attributes element, int start) {
        Optional<String> role = element.find("role").map(name -> name.substring(name.indexOf(':') + 1).strip());
        return role.isEmpty() || role.get().isEmpty() ? null : end -> new Instruction.Role(start, end, role.get());
    }

    private static Span emphasis(Attributes element, int start) {
        Level level = element.read("level", Level.MODERATE, value -> switch (value) {
            case "strong" -> Optional.of(Level.STRONG);
            case "moderate" -> Optional.of(Level.MODERATE);
            case "none" -> Optional.of(Level.NONE);
            case "reduced" -> Optional.of(Level.REDUCED);
            default -> Optional.empty();
        }, "strong, moderate, none or reduced");
        return end -> new Instruction.Emphasis(start, end, level);
    }

    private @Nullable Span voice(Attributes element, int start, SourceSpan tag) {
        Optional<String> name = element.find("name").map(String::strip).filter(value -> !value.isEmpty());
        if (name.isEmpty()) {
            text.note(tag, "<voice> without a name is not followed: voices are chosen by name");
            return null;
        }
        return end -> new Instruction.Voice(start, end, name.get());
    }

    private Manner prosody(Attributes element, Manner outer, SourceSpan tag) {
        for (String attribute : new String[]{"contour", "range", "duration"}) {
            if (element.find(attribute).isPresent()) {
                text.note(tag, "<prosody> " + attribute + " is not followed");
            }
        }
        Manner paced = element.read("rate", outer, outer::withRate,
                "x-slow, slow, medium, fast, x-fast, or a rate such as 80%, +10% or 1.2");
        Manner pitched = element.read("pitch", paced, value -> paced.withPitch(value, voiceHertz),
                "x-low, low, medium, high, x-high, or a pitch such as +2st, -10%, +20Hz or 180Hz");
        Manner asked = element.read("volume", pitched, pitched::withVolume,
                "silent, x-soft, soft, medium, loud, x-loud, or a volume such as +6dB");
        Manner possible = asked.limited();
        if (!possible.equals(asked)) {
            text.note(tag, "<prosody> goes further than the voice: " + Manner.LIMITS);
        }
        return possible;
    }

    private static @Nullable Span language(Attributes element, int start) {
        Optional<String> tag = element.find("xml:lang").map(String::strip).filter(value -> !value.isEmpty());
        return tag.isEmpty() ? null : end -> new Instruction.Language(start, end, tag.get());
    }
}
