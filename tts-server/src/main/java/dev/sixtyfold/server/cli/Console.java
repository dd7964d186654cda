package dev.sixtyfold.server.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * The standard streams of a command.
 *
 * @param out
 *            UTF-8, whatever the locale
 * @param err
 *            UTF-8, whatever the locale
 */
public record Console(InputStream in, PrintStream out, PrintStream err) {}
