package dev.sixtyfold.text.english.pronounce;

import dev.sixtyfold.text.markup.Instruction;
import dev.sixtyfold.text.markup.Instruction.Emphasis;
import dev.sixtyfold.text.markup.Instruction.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What is asked of the reading of one sentence, and what could not be done of it. Places are UTF-16 units of the text that
 * is read. Used by one thread.
 */
public final class Directions {

    private final List<Instruction> readings = new ArrayList<>();
    private final List<Role> roles = new ArrayList<>();
    private final List<Emphasis> emphases = new ArrayList<>();
    private final NavigableSet<Integer> stops = new TreeSet<>();
    private final List<Note> notes = new ArrayList<>();

    /** Nothing is asked. */
    public static Directions none() {
        return new Directions();
    }

    /** What could not be done with a part of the text. */
    public record Note(int start, int end, String text) {}

    /**
     * Adds an instruction; others than those of reading change nothing.
     *
     * @param instruction
     *            after those that begin before it, and after those that it lies in
     */
    public void add(Instruction instruction) {
        switch (instruction) {
            case Instruction.SayAs sayAs -> addReading(sayAs);
            case Instruction.Alias alias -> addReading(alias);
            case Instruction.Pronunciation pronunciation -> addReading(pronunciation);
            case Role role -> roles.add(role);
            case Emphasis emphasis -> emphases.add(emphasis);
            case Instruction.Pause pause -> stops.add(pause.at());
            case Instruction.Break end -> stops.add(end.at());
            case Instruction.Prosody prosody -> {
            }
            case Instruction.Voice voice -> {
            }
            case Instruction.Language language -> {
            }
            case Instruction.Mark mark -> {
            }
        }
    }

    /** A reading inside another one has nothing left to say. */
    private void addReading(Instruction reading) {
        if (readings.isEmpty() || readings.getLast().end() <= reading.start()) {
            readings.add(reading);
        }
    }

    /** Says what could not be done. */
    public void note(Instruction about, String note) {
        notes.add(new Note(about.start(), about.end(), note));
    }

    public List<Note> notes() {
        return List.copyOf(notes);
    }

    boolean isEmpty() {
        return readings.isEmpty() && roles.isEmpty() && emphases.isEmpty() && stops.isEmpty();
    }

    /** Say-as, alias and pronunciation: in order, none reaching into another. */
    List<Instruction> readings() {
        return readings;
    }

    List<Role> roles() {
        return roles;
    }

    List<Emphasis> emphases() {
        return emphases;
    }

    /** Places that no word reaches over. */
    NavigableSet<Integer> stops() {
        return stops;
    }
}
