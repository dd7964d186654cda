package dev.sixtyfold.server.storage;

import java.sql.SQLException;

/** What to say of SQLite's result codes (sqlite.org/rescode.html). */
final class SqliteProblem {

    private static final int PERMISSION = 3;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int IO_ERROR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int NOT_A_DATABASE = 26;

    private SqliteProblem() {}

    /** Whether it may go better in a moment. */
    static boolean isBusy(SQLException problem) {
        return (problem.getErrorCode() & 0xFF) == BUSY;
    }

    /** A sentence that goes behind the name of the database. */
    static String sentence(SQLException problem) {
        return switch (problem.getErrorCode() & 0xFF) {
            case BUSY, LOCKED -> "another process has kept it locked for too long; end that process";
            case READ_ONLY, PERMISSION -> "cannot be written to; give this user the right to write it and its folder";
            case FULL -> "there is no room left to write; free some space on its disk";
            case CORRUPT -> "is damaged; restore it from a backup";
            case NOT_A_DATABASE -> "is not a SQLite database; restore it from a backup, or name another one by"
                    + " state.database-url";
            case CANNOT_OPEN ->
                "cannot be opened; its folder has to exist, and this user has to be able to write there";
            case IO_ERROR -> "cannot be read or written (" + problem.getMessage() + "); look at its disk";
            default -> String.valueOf(problem.getMessage());
        };
    }
}
