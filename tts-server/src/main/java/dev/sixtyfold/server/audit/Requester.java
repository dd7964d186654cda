package dev.sixtyfold.server.audit;

/**
 * Who asks, and by which way.
 *
 * @param caller
 *            name of a caller, at most {@value #LONGEST_NAME} characters
 */
public record Requester(String caller, Way way) {

    /** Who uses the command line, or a server that knows no callers from its own machine: the machine's user. */
    public static final String LOCAL = "local";

    public static final int LONGEST_NAME = 64;

    public Requester {
        if (caller.isBlank() || caller.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("caller: a name has 1 to " + LONGEST_NAME + " characters");
        }
    }

    public static Requester local(Way way) {
        return new Requester(LOCAL, way);
    }
}
