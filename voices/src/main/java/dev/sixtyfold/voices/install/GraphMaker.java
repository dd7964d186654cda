package dev.sixtyfold.voices.install;

import dev.sixtyfold.inference.InferenceException;
import dev.sixtyfold.inference.graph.FrameMajorLayout;
import dev.sixtyfold.inference.graph.GraphCut;
import dev.sixtyfold.inference.graph.OnnxGraph;
import dev.sixtyfold.inference.graph.PlanarConvolutions;
import dev.sixtyfold.inference.graph.StatefulConvolutions;
import dev.sixtyfold.inference.graph.StatefulGraph;
import dev.sixtyfold.speech.SynthesisException.VoiceUnavailable;
import dev.sixtyfold.voices.manifest.GraphRecipe;
import dev.sixtyfold.voices.manifest.VoiceModel;
import java.nio.file.Path;
import java.util.List;

/** Makes the graphs that the stages run from the one that a voice's makers published. */
final class GraphMaker {

    private GraphMaker() {}

    /**
     * Writes every graph of a model beside the published one.
     *
     * @throws VoiceUnavailable
     *             if the published graph does not have the tensors or the form that the manifest says
     */
    static void make(VoiceModel model, Path directory) {
        try {
            OnnxGraph published = OnnxGraph.read(directory.resolve(model.file()));
            for (GraphRecipe recipe : model.graphs()) {
                OnnxGraph part = new GraphCut(recipe.inputs(), recipe.outputs()).apply(published);
                GraphRecipe.Blocks blocks = recipe.blocks();
                (blocks == null ? part : inBlocks(recipe.file(), part, blocks)).write(directory.resolve(recipe.file()));
            }
        } catch (InferenceException e) {
            throw new VoiceUnavailable("the graph " + model.file() + " cannot be cut as the voice's manifest says: "
                    + e.getMessage(), e);
        }
    }

    private static OnnxGraph inBlocks(String file, OnnxGraph part, GraphRecipe.Blocks expected) {
        StatefulGraph stateful = StatefulConvolutions.rewrite(FrameMajorLayout.rewrite(part));
        List<Integer> channels = stateful.states().stream().map(StatefulGraph.State::channels).toList();
        StatefulGraph.Past past = new StatefulGraph.Past(expected.firstStateFrames(), expected.stateFrames());
        boolean sameFrames = stateful.states().stream().allMatch(state -> state.past().equals(past)
                && !state.framesLast());
        if (stateful.delay() != expected.delayFrames() || stateful.tail() != expected.tailFrames()
                || !channels.equals(expected.stateChannels()) || !sameFrames) {
            throw new InferenceException("blocks of " + file + ": the graph has a delay of " + stateful.delay()
                    + " frames, a tail of " + stateful.tail() + " and states " + stateful.states()
                    + ", which the manifest does not agree with: " + expected);
        }
        return PlanarConvolutions.rewrite(stateful.graph());
    }
}
