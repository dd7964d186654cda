package dev.sixtyfold.synthesis.schedule;

/**
 * A piece of work of one stream: at most one block of audio.
 *
 * @param due
 *            when it has to be done, on the scheduler's clock; for the live lane
 * @param number
 *            in the order of asking
 */
record Piece(Place place, long due, long number, Task<?> work) {}
