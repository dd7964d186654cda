package dev.sixtyfold.synthesis;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.speech.dsp.VectorUnit;
import dev.sixtyfold.text.lexicon.Lexicons;
import dev.sixtyfold.vocoder.VocoderStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * Lets a program that has just started answer with plain loops while a thread of its own has the virtual machine compile the
 * kernels of vectors, by speaking to itself; once they are the faster ones, all turn to them. Nobody hears a difference: both
 * give the same samples.
 */
public final class Rehearsal implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Rehearsal.class.getName());

    private static final String TEXT = "She sells fresh bread by the harbour every morning. Would you like some? It is still warm!";

    /** In a row: that the kernels of vectors have to be faster, so that one lucky round is not enough. */
    private static final int ROUNDS_WON = 3;

    /** Where vectors have not won by then, they will not. */
    private static final int MOST_ROUNDS = 100;

    private final Voice voice;
    private final Thread thread = new Thread(this::run, "rehearsal");
    private volatile boolean stopped;

    private Rehearsal(Voice voice) {
        this.voice = voice;
        thread.setDaemon(true);
    }

    /** Kernels are plain loops from now on, until the rehearsal is over. */
    public static Rehearsal begin(Voice voice) {
        Rehearsal rehearsal = new Rehearsal(voice);
        if (VectorUnit.available()) {
            VectorUnit.rest();
            rehearsal.thread.start();
        } else {
            LOG.log(WARNING, "kernels run as plain loops, at some 60 % of the speed: start java with --add-modules={0}",
                    VectorUnit.MODULE);
        }
        return rehearsal;
    }

    private void run() {
        List<Utterance> utterances = voice.reading().utterances(new SpokenInput.PlainText(TEXT), Lexicons.NONE);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        int won = 0;
        for (int round = 1; round <= MOST_ROUNDS && !stopped; round++) {
            long loops = cost(utterances, threads);
            long[] vectors = new long[1];
            VectorUnit.rehearse(() -> vectors[0] = cost(utterances, threads));
            won = vectors[0] < loops ? won + 1 : 0;
            if (won == ROUNDS_WON) {
                VectorUnit.use();
                LOG.log(INFO, "kernels run by vectors now, after {0} rounds of rehearsal", round);
                return;
            }
        }
        if (!stopped) {
            LOG.log(INFO, "kernels stay plain loops: those of vectors have not become faster on this machine");
        }
    }

    /** Of speaking once, in nanoseconds of the processor. */
    private long cost(List<Utterance> utterances, ThreadMXBean threads) {
        long begin = threads.getCurrentThreadCpuTime();
        for (Utterance utterance : utterances) {
            AcousticFrames frames = voice.acousticModel().predict(utterance.phonemes(), 1);
            VocoderStream sound = voice.vocoder().open(frames, 0, 0);
            while (!stopped && sound.next().isPresent()) {
                Thread.onSpinWait();
            }
        }
        return threads.getCurrentThreadCpuTime() - begin;
    }

    /** Waits until it is over. */
    public void await() throws InterruptedException {
        thread.join();
    }

    /** Stops it, if it is not over; kernels stay what they are then. To be called before the voice is closed. */
    @Override
    public void close() {
        stopped = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
