package dev.sixtyfold.server.cli;

import dev.sixtyfold.server.bench.process.MeasuredServer;
import dev.sixtyfold.server.engine.Engine;
import dev.sixtyfold.server.engine.EngineConfig;
import dev.sixtyfold.server.engine.Frontend;
import dev.sixtyfold.server.engine.Stamping;
import dev.sixtyfold.server.engine.VoiceChoice;
import dev.sixtyfold.server.engine.VoiceDirectory;
import dev.sixtyfold.server.storage.Database;
import dev.sixtyfold.server.storage.StateConfig;
import dev.sixtyfold.server.storage.WatermarkKeys;
import dev.sixtyfold.speech.VoiceId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

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

    /**
     * The machinery that speaks; installs the default voice on first need. To be closed by the caller, which closes the
     * stamping too.
     */
    Engine engine(EngineConfig config, Stamping stamping);

    /**
     * A server to be put under load, apart from this process where that is possible. Nobody hears what it speaks: its request
     * ids are not those of the durable counter.
     *
     * @throws IOException
     *             if it does not start
     */
    MeasuredServer measuredServer() throws IOException;

    /** The watermark keys in a state directory. */
    WatermarkKeys watermarkKeys(Path stateDirectory);

    /**
     * The database of an installation, made on first need. To be closed by the caller.
     *
     * @throws IOException
     *             if it cannot be used; the message names it
     */
    Database database(StateConfig config) throws IOException;

    /**
     * The database if there is one; nothing is made or changed.
     *
     * @throws IOException
     *             if it cannot be read; the message names it
     */
    Optional<Database> existingDatabase(StateConfig config) throws IOException;

    /**
     * Keys, request ids and records of an installation.
     *
     * @param block
     *            ids that are reserved at a time
     * @throws IOException
     *             if the keys or the database cannot be used, or do not go together
     */
    default Stamping stamping(StateConfig config, int block) throws IOException {
        WatermarkKeys keys = watermarkKeys(config.directory());
        keys.ring(); // what is wrong with the keys is told before anything is made
        Database database = database(config);
        try {
            return keys.stamping(database, block);
        } catch (IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** What to do with a voice that is there already. */
    enum Installation {
        IF_ABSENT, ANEW
    }
}
