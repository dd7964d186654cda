package dev.sixtyfold.server.cli;

import dev.sixtyfold.server.bench.process.MeasuredServer;
import dev.sixtyfold.server.engine.Engine;
import dev.sixtyfold.server.engine.EngineConfig;
import dev.sixtyfold.server.engine.Frontend;
import dev.sixtyfold.server.engine.Stamping;
import dev.sixtyfold.server.engine.VoiceChoice;
import dev.sixtyfold.server.engine.VoiceDirectory;
import dev.sixtyfold.server.storage.WatermarkKeys;
import dev.sixtyfold.speech.VoiceId;
import java.io.IOException;
import java.nio.file.Path;

/** What the commands get from {@code main}: each part is made when a command asks for it. */
public interface Services {

    /** The catalogue; looking at it loads no voice. */
    VoiceDirectory voices();

    /**
     * Puts the voice on this machine, if it is not there.
     *
     * @throws dev.sixtyfold.speech.SynthesisException.UnknownVoice
     *             if there is none of that name
     * @throws dev.sixtyfold.speech.SynthesisException.VoiceUnavailable
     *             if it cannot be installed; nothing half installed is left
     */
    void install(VoiceId voice, Installation how);

    /**
     * The frontend of a voice, without its other stages; installs the voice on first need.
     *
     * @throws dev.sixtyfold.speech.SynthesisException.VoiceUnavailable
     *             if the voice cannot be installed
     */
    Frontend frontend(VoiceChoice.Reading reading);

    /** The same for the language that the voice speaks best. */
    default Frontend frontend(VoiceId voice) {
        return frontend(VoiceChoice.reading(voices(), voice.name(), ""));
    }

    /** The machinery that speaks; installs the default voice on first need. To be closed by the caller. */
    Engine engine(EngineConfig config, Stamping stamping);

    /**
     * A server to be put under load, apart from this process where that is possible. Nobody hears what it speaks: its request
     * ids are not those of the durable counter.
     *
     * @throws IOException
     *             if it does not start
     */
    MeasuredServer measuredServer() throws IOException;

    /** The watermark keys and the counter of request ids in a state directory. */
    WatermarkKeys watermarkKeys(Path stateDirectory);

    /** What to do with a voice that is there already. */
    enum Installation {
        IF_ABSENT, ANEW
    }
}
