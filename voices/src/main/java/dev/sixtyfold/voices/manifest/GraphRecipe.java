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
     *            by how many frames its output lags its input
     * @param maskLeadFrames
     *            how many frames before the block's first the mask begins
     * @param stateFrames
     *            past frames that each state holds
     * @param stateChannels
     *            channels of each state
     */
    public record Blocks(int delayFrames, int maskLeadFrames, int stateFrames, List<Integer> stateChannels) {

        public Blocks {
            stateChannels = List.copyOf(stateChannels);
        }
    }
}
