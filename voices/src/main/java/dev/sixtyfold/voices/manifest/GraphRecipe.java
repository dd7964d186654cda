package dev.sixtyfold.voices.manifest;

import dev.sixtyfold.inference.graph.Boundary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the published graph that one stage runs.
 *
 * @param file
 *            what the part is called in the folder of the installed voice
 * @param inputs
 *            tensors at which the part begins
 * @param outputs
 *            tensors at which it ends
 * @param blocks
 *            how the part runs block by block; null where it runs once over the whole utterance
 */
public record GraphRecipe(String file, List<Boundary> inputs, List<Boundary> outputs, @Nullable Blocks blocks) {

    public GraphRecipe {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        VoicePackage.requireMatch("file", file, PackageFile.FILE_NAME);
    }

    /**
     * The form of a part that runs block by block; what the rewritten graph turns out to have must agree with it.
     *
     * @param delayFrames
     *            frames that it looks ahead: the first block yields so many fewer, the last one so many more
     * @param tailFrames
     *            zeros that the tail holds in the last block
     * @param firstStateFrames
     *            zeros that each state holds before the first block
     * @param stateFrames
     *            past frames that each state holds after it
     * @param stateChannels
     *            channels of each state
     */
    public record Blocks(int delayFrames, int tailFrames, int firstStateFrames, int stateFrames,
            List<Integer> stateChannels) {

        public Blocks {
            stateChannels = List.copyOf(stateChannels);
        }
    }
}
