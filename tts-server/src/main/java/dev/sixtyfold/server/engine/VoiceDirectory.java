package dev.sixtyfold.server.engine;

import java.util.List;

/** The voices that requests can name. */
@FunctionalInterface
public interface VoiceDirectory {

    /** All voices, the default first; at least one. */
    List<VoiceDescription> voices();
}
