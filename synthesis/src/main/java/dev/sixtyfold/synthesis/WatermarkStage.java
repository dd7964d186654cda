package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.StampedAudio;

/** The stage that no sample gets past without a stamp. */
public interface WatermarkStage {

    /** Starts the audio of a request. */
    Stream open(RequestId requestId, int sampleRate);

    /** Whether the stamp can be found in the samples themselves, not only in what goes with them. */
    boolean embeds();

    /** The audio of one request. Used by one thread at a time. */
    interface Stream {

        /** Takes the next samples and returns those that are stamped; the rest follow. */
        StampedAudio push(AudioChunk audio);

        /** After the last sample: the rest. */
        StampedAudio flush();
    }
}
