package dev.sixtyfold.synthesis;

import static java.lang.System.Logger.Level.WARNING;

import dev.sixtyfold.acoustic.Alphabet;
import dev.sixtyfold.acoustic.hibari.GraphHibariNetwork;
import dev.sixtyfold.acoustic.hibari.HibariAcousticModel;
import dev.sixtyfold.acoustic.hibari.HibariNetwork;
import dev.sixtyfold.acoustic.hibari.KernelHibariNetwork;
import dev.sixtyfold.acoustic.hibari.MaskedGraphs;
import dev.sixtyfold.acoustic.hibari.MaskedHibariNetwork;
import dev.sixtyfold.inference.InferenceException;
import dev.sixtyfold.inference.InferenceRuntime;
import dev.sixtyfold.inference.NativeSession;
import dev.sixtyfold.inference.Network;
import dev.sixtyfold.inference.NetworkOptions;
import dev.sixtyfold.inference.graph.CudaOperators;
import dev.sixtyfold.inference.graph.FloatProducts;
import dev.sixtyfold.inference.graph.FloatProducts.Precision;
import dev.sixtyfold.inference.graph.OnnxGraph;
import dev.sixtyfold.speech.SynthesisException.VoiceUnavailable;
import dev.sixtyfold.text.TextFrontend;
import dev.sixtyfold.text.english.EnglishFrontend;
import dev.sixtyfold.text.english.reading.Dialect;
import dev.sixtyfold.vocoder.FrameNetwork;
import dev.sixtyfold.vocoder.convnext.ConvNextNetwork;
import dev.sixtyfold.vocoder.hibari.GraphNetwork;
import dev.sixtyfold.vocoder.hibari.HibariVocoder;
import dev.sixtyfold.vocoder.hibari.StatefulShape;
import dev.sixtyfold.voices.InstalledVoice;
import dev.sixtyfold.voices.manifest.GraphRecipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Loads the stages of an installed voice; the one place that knows which classes make up a voice family. */
public final class VoiceLoader {

    private static final System.Logger LOG = System.getLogger(VoiceLoader.class.getName());

    private final InferenceRuntime runtime;
    private final StageNetworks acousticModel;
    private final StageNetworks vocoder;

    public VoiceLoader(InferenceRuntime runtime, StageNetworks acousticModel, StageNetworks vocoder) {
        this.runtime = runtime;
        this.acousticModel = acousticModel;
        this.vocoder = vocoder;
    }

    /** All on the processor. */
    public VoiceLoader(InferenceRuntime runtime) {
        this(runtime, StageNetworks.onProcessor(), StageNetworks.onProcessor());
    }

    /**
     * Reads a voice's files into memory.
     *
     * @throws VoiceUnavailable
     *             if a file cannot be read or this build knows no such family
     */
    public Voice load(InstalledVoice installed) {
        String family = installed.manifest().model().family();
        try {
            return switch (family) {
                case "hibari" -> hibari(installed);
                default -> throw new VoiceUnavailable(
                        "voice " + installed.id() + " is of the family " + family + ", which this build does not know");
            };
        } catch (InferenceException e) {
            throw new VoiceUnavailable("voice " + installed.id() + " cannot be loaded: " + e.getMessage(), e);
        }
    }

    /**
     * How an installed voice reads a language, without its other stages.
     *
     * @param language
     *            that it speaks, or that it only reads, as its manifest has it
     * @param networks
     *            loads a network from its file
     * @throws VoiceUnavailable
     *             if a file cannot be read
     */
    public static VoiceReading reading(InstalledVoice installed, String language, Function<Path, Network> networks) {
        return new VoiceReading(installed.id(), frontend(installed, language, networks),
                HibariAcousticModel.USUAL_PITCH);
    }

    private static TextFrontend frontend(InstalledVoice installed, String language, Function<Path, Network> networks) {
        Dialect dialect = Dialect.of(language).orElseThrow(() -> new VoiceUnavailable("voice " + installed.id()
                + " is for " + language + ", which this build cannot read"));
        return EnglishFrontend.load(installed.directory(), dialect,
                networks.apply(installed.file(EnglishFrontend.networkFile(dialect))));
    }

    private Voice hibari(InstalledVoice installed) {
        HibariNetwork acoustic = acousticNetwork(installed, "acoustic.onnx");
        FrameNetwork vocoder = frameNetwork(installed, "vocoder.onnx");
        List<NativeSession> networks = new ArrayList<>(List.of(acoustic, vocoder));
        TextFrontend frontend = frontend(installed, installed.manifest().traits().language(), file -> {
            Network unknownWords = network(file);
            networks.add(unknownWords);
            return unknownWords;
        });
        return new Voice(installed.id(), installed.modelHash(), frontend,
                new HibariAcousticModel(acoustic, Alphabet.read(installed.file("vocab.json"))),
                new HibariVocoder(vocoder), networks);
    }

    /** On a processor the network by kernels of this project's own; on any other device the graph, or, in batches, graphs with masks. */
    private HibariNetwork acousticNetwork(InstalledVoice installed, String file) {
        OnnxGraph graph = OnnxGraph.read(installed.file(file));
        if (acousticModel.batches()) {
            MaskedGraphs masked = MaskedGraphs.of(graph);
            return new MaskedHibariNetwork(
                    acousticModel.together(loaded(installed, file, masked.encoders(), acousticModel)),
                    acousticModel.together(loaded(installed, file, masked.decoder(), acousticModel)));
        }
        if (acousticModel.isOnProcessor()) {
            return KernelHibariNetwork.of(graph, HibariAcousticModel.MAX_IDS,
                    product -> runtime.product(product, acousticModel.options()));
        }
        // In single precision: a duration that is rounded the other way moves all that follows.
        return new GraphHibariNetwork(
                loaded(installed, file, FloatProducts.rewrite(graph, Precision.SINGLE), acousticModel));
    }

    /** On a processor by kernels, too, unless in batches; otherwise the graph. */
    private FrameNetwork frameNetwork(InstalledVoice installed, String file) {
        OnnxGraph graph = OnnxGraph.read(installed.file(file));
        if (vocoder.isOnProcessor() && !vocoder.batches()) {
            return ConvNextNetwork.of(graph, HibariVocoder.STEADY_CHANNELS,
                    product -> runtime.product(product, vocoder.options()));
        }
        // Without products of bytes, whose scales would depend on what shares a batch, and which GPUs leave to the processor.
        // In half precision a GPU is several times as fast; a processor would have to emulate it.
        Precision precision = vocoder.isOnProcessor() ? Precision.SINGLE : Precision.HALF;
        return new GraphNetwork(
                vocoder.together(loaded(installed, file, FloatProducts.rewrite(graph, precision), vocoder)),
                shape(installed, file));
    }

    private Network loaded(InstalledVoice installed, String file, OnnxGraph graph, StageNetworks stage) {
        List<String> left = stage.isOnProcessor() ? List.of() : CudaOperators.missingFor(graph);
        if (!left.isEmpty()) {
            LOG.log(WARNING, "{0} of voice {1}: on {2} these operations are left to the processor, which is slow: {3}",
                    file, installed.id(), stage.options().device(), String.join(", ", left));
        }
        return runtime.load(file, graph.bytes(), stage.options());
    }

    /** What batching has done for all voices so far. */
    public BatchedStages batches() {
        return new BatchedStages(acousticModel.figures(), vocoder.figures());
    }

    /** A network of the text frontend: small, so it stays on the processor. */
    Network network(Path file) {
        return runtime.load(file, NetworkOptions.CPU);
    }

    private static StatefulShape shape(InstalledVoice installed, String file) {
        return installed.manifest().model().graphs().stream().filter(graph -> graph.file().equals(file))
                .map(GraphRecipe::blocks).filter(Objects::nonNull).findFirst()
                .map(blocks -> new StatefulShape(blocks.delayFrames(), blocks.tailFrames(), blocks.firstStateFrames(),
                        blocks.stateFrames(),
                        blocks.stateChannels()))
                .orElseThrow(() -> new VoiceUnavailable(
                        "the manifest of voice " + installed.id() + " does not say how " + file + " runs in blocks"));
    }
}
