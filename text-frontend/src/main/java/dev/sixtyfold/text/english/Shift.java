package dev.sixtyfold.text.english;

import dev.sixtyfold.text.markup.Instruction;

/** Moves an instruction from the units of a text to those of one of its sentences. */
final class Shift {

    private Shift() {}

    /** The instruction as far as it concerns the sentence from {@code start} to {@code end}. */
    static Instruction by(Instruction instruction, int start, int end) {
        int from = Math.clamp(instruction.start(), start, end) - start;
        int to = Math.clamp(instruction.end(), start, end) - start;
        return switch (instruction) {
            case Instruction.SayAs it -> new Instruction.SayAs(from, to, it.interpretAs(), it.format(), it.detail());
            case Instruction.Alias it -> new Instruction.Alias(from, to, it.spoken(), it.origin());
            case Instruction.Pronunciation it ->
                new Instruction.Pronunciation(from, to, it.phonemes(), it.origin());
            case Instruction.Role it -> new Instruction.Role(from, to, it.role());
            case Instruction.Emphasis it -> new Instruction.Emphasis(from, to, it.level());
            case Instruction.Prosody it ->
                new Instruction.Prosody(from, to, it.rate(), it.pitchSemitones(), it.volumeDb());
            case Instruction.Voice it -> new Instruction.Voice(from, to, it.name());
            case Instruction.Language it -> new Instruction.Language(from, to, it.tag());
            case Instruction.Pause it -> new Instruction.Pause(from, it.length());
            case Instruction.Mark it -> new Instruction.Mark(from, it.name());
            case Instruction.Break it -> new Instruction.Break(from, it.unit());
        };
    }
}
