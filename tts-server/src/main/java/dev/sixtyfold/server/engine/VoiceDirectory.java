package dev.sixtyfold.server.engine;

import dev.sixtyfold.speech.VoiceId;
import java.util.List;

/** The voices that requests can name. */
public interface VoiceDirectory {

    /** All voices, the default first; at least one. */
    List<VoiceDescription> voices();

    /** Whether the voice is on this machine, complete; this looks at its files. */
    boolean isInstalled(VoiceId voice);
}
