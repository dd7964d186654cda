package dev.sixtyfold.server.cli;

import dev.sixtyfold.encoding.AudioEncoder;
import dev.sixtyfold.server.audit.Requester;
import dev.sixtyfold.server.audit.Way;
import dev.sixtyfold.server.engine.Engine;
import dev.sixtyfold.server.engine.VoiceChoice;
import dev.sixtyfold.server.engine.VoiceDescription;
import dev.sixtyfold.speech.Cancellation;
import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.synthesis.Receipt;
import dev.sixtyfold.synthesis.SpokenInput;
import dev.sixtyfold.synthesis.SynthesisRequest;
import dev.sixtyfold.synthesis.SynthesisStream;
import dev.sixtyfold.synthesis.Timepoint;
import dev.sixtyfold.synthesis.schedule.Claim;
import dev.sixtyfold.text.ReadingOptions;
import dev.sixtyfold.text.lexicon.Lexicons;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Speaks in this process. */
final class LocalSpeaker implements Speaker {

    private final Engine engine;
    private final Requester requester;
    private final Lexicons lexicons;

    /**
     * @param way
     *            that goes on record with what is spoken
     */
    LocalSpeaker(Engine engine, Way way) {
        this(engine, way, Lexicons.NONE);
    }

    LocalSpeaker(Engine engine, Way way, Lexicons lexicons) {
        this.engine = engine;
        this.requester = Requester.local(way);
        this.lexicons = lexicons;
    }

    @Override
    public Spoken speak(SpokenInput input, Manner manner, Sink sink) throws IOException {
        VoiceDescription voice = VoiceChoice.choose(engine.voices(), manner.voice(), "");
        int sampleRate = manner.sampleRate() == 0 ? voice.sampleRate() : manner.sampleRate();
        SynthesisRequest request = new SynthesisRequest(input, voice.id(), manner.speed(), manner.volumeGainDb(),
                sampleRate, manner.seed(), ReadingOptions.DEFAULTS, manner.pauses().silence(), lexicons, Claim.ALONE);
        try (SynthesisStream stream = engine.synthesizer(requester).open(request, Cancellation.NEVER)) {
            AudioEncoder encoder = manner.encoding().encoder(stream.sampleRate());
            for (Optional<StampedAudio> chunk = stream.next(); chunk.isPresent(); chunk = stream.next()) {
                tell(stream.timepoints(), sink);
                sink.write(encoder.encode(chunk.get()));
            }
            tell(stream.timepoints(), sink);
            sink.write(encoder.finish());
            return spoken(stream.receipt(), stream.sampleRate());
        }
    }

    private static void tell(List<Timepoint> timepoints, Sink sink) throws IOException {
        if (sink.wantsTimepoints()) {
            for (Timepoint timepoint : timepoints) {
                sink.timepoint(timepoint);
            }
        }
    }

    @Override
    public void close() {
        engine.close();
    }

    private static Spoken spoken(Receipt receipt, int sampleRate) {
        return new Spoken(receipt.requestId().toString(), sampleRate, receipt.audio().toNanos() / 1e9, receipt.wall()
                .toNanos() / 1e6, receipt.timeToFirstAudio().toNanos() / 1e6,
                receipt.timeToFirstSound().toNanos() / 1e6, receipt.skipped().size(), receipt.notes()
                        .size());
    }
}
