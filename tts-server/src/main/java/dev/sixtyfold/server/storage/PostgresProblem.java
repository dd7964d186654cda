package dev.sixtyfold.server.storage;

import java.sql.SQLException;
import java.util.Objects;

/** What to say of PostgreSQL's error codes (appendix A of its manual). */
final class PostgresProblem {

    private static final String STARTING = "57P03";
    private static final String FORBIDDEN = "42501";

    private PostgresProblem() {}

    static boolean isStarting(SQLException problem) {
        return STARTING.equals(problem.getSQLState());
    }

    static boolean isForbidden(SQLException problem) {
        return FORBIDDEN.equals(problem.getSQLState());
    }

    /** A sentence that goes behind the name of the database. */
    static String sentence(SQLException problem) {
        String state = Objects.requireNonNullElse(problem.getSQLState(), "");
        String known = switch (state) {
            case "3D000" -> "does not exist; make it with createdb, or correct state.database-url";
            case FORBIDDEN -> "this user may not do that; give it the right to make tables there and to write them";
            case "53100" -> "there is no room left to write; free some space on its disk";
            case "53300" -> "takes no more connections; raise its max_connections";
            case "25006" -> "cannot be written to; name the server that is not a standby";
            case STARTING -> "is starting or stopping; try again";
            default -> "";
        };
        if (!known.isEmpty()) {
            return known;
        }
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08", "57" -> "cannot be reached (" + problem.getMessage()
                    + "); look whether the server runs, and at state.database-url";
            case "28" -> "does not let this user in (" + problem.getMessage()
                    + "); correct user and password in state.database-url, or put the password into ~/.pgpass";
            default -> String.valueOf(problem.getMessage());
        };
    }
}
