/**
 * Who computes when: two lanes, deadlines, admission. {@link dev.sixtyfold.synthesis.schedule.Scheduler} is the entry; it
 * knows nothing of text or audio but how long they last.
 */
@NullMarked
package dev.sixtyfold.synthesis.schedule;

import org.jspecify.annotations.NullMarked;
