package dev.sixtyfold.server.caller;

import dev.sixtyfold.text.lexicon.Lexicons;
import java.util.Map;

/**
 * The lexicons that hold without a request naming them.
 *
 * @param ofAll
 *            those of the server
 * @param ofCallers
 *            by the caller's name: its own before those of the server; callers that are not in here have none of their own
 */
public record StandingLexicons(Lexicons ofAll, Map<String, Lexicons> ofCallers) {

    public static final StandingLexicons NONE = new StandingLexicons(Lexicons.NONE, Map.of());

    public StandingLexicons {
        ofCallers = Map.copyOf(ofCallers);
    }

    /** All that hold for a caller's requests. */
    public Lexicons of(Caller caller) {
        return ofCallers.getOrDefault(caller.name(), ofAll);
    }
}
