package dev.sixtyfold.synthesis;

import static java.lang.System.Logger.Level.WARNING;

import dev.sixtyfold.acoustic.Alphabet;
import dev.sixtyfold.acoustic.hibari.GraphHibariNetwork;
import dev.sixtyfold.acoustic.hibari.HibariAcousticModel;
import dev.sixtyfold.acoustic.hibari.HibariNetwork;
import dev.sixtyfold.acoustic.hibari.KernelHibariNetwork;
import dev.sixtyfold.inference.BatchFigures;
import dev.sixtyfold.inference.BatchedNetwork;
import dev.sixtyfold.inference.Batching;
import dev.sixtyfold.inference.InferenceException;
import dev.sixtyfold.inference.InferenceRuntime;
import dev.sixtyfold.inference.Network;
import dev.sixtyfold.inference.NativeSession;
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
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** Loads the stages of an installed voice; the one place that knows which classes make up a voice family. */
public final class VoiceLoader {

    private static final System.Logger LOG = System.getLogger(VoiceLoader.class.getName());

    private final InferenceRuntime runtime;
    private final NetworkOptions acousticModel;
    private final NetworkOptions vocoder;
    private final Optional<Batching> batching;
    private final Queue<BatchedNetwork> batched = new ConcurrentLinkedQueue<>();

    /**
     * @param acousticModel
     *            how that stage's network is run
     * @param vocoder
     *            the same
     * @param batching
     *            how blocks of several streams go through the vocoder's network together; nothing if each goes by itself
     */
    public VoiceLoader(InferenceRuntime runtime, NetworkOptions acousticModel, NetworkOptions vocoder,
            Optional<Batching> batching) {
        this.runtime = runtime;
        this.acousticModel = acousticModel;
        this.vocoder = vocoder;
        this.batching = batching;
    }

    /** All on the processor. */
    public VoiceLoader(InferenceRuntime runtime) {
        this(runtime, NetworkOptions.CPU, NetworkOptions.CPU, Optional.empty());
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

    /** On a processor the network by kernels of this project's own; on any other device the graph. */
    private HibariNetwork acousticNetwork(InstalledVoice installed, String file) {
        if (isProcessor(acousticModel)) {
            return KernelHibariNetwork.of(OnnxGraph.read(installed.file(file)), HibariAcousticModel.MAX_IDS,
                    graph -> runtime.product(graph, acousticModel));
        }
        // In single precision: a duration that is rounded the other way moves all that follows.
        return new GraphHibariNetwork(rewritten(installed, file, Precision.SINGLE, acousticModel));
    }

    /** Likewise; in batches the graph on a processor, too. */
    private FrameNetwork frameNetwork(InstalledVoice installed, String file) {
        if (isProcessor(vocoder) && batching.isEmpty()) {
            return ConvNextNetwork.of(OnnxGraph.read(installed.file(file)), HibariVocoder.STEADY_CHANNELS,
                    graph -> runtime.product(graph, vocoder));
        }
        // In half precision a GPU is several times as fast; a processor would have to emulate it.
        Network network = rewritten(installed, file, isProcessor(vocoder) ? Precision.SINGLE : Precision.HALF, vocoder);
        return new GraphNetwork(batching.<Network>map(how -> {
            BatchedNetwork together = new BatchedNetwork(network, how);
            batched.add(together);
            return together;
        }).orElse(network), shape(installed, file));
    }

    /** Without products of bytes, whose scales would depend on what shares a batch, and which GPUs leave to the processor. */
    private Network rewritten(InstalledVoice installed, String file, Precision precision, NetworkOptions options) {
        OnnxGraph graph = FloatProducts.rewrite(OnnxGraph.read(installed.file(file)), precision);
        List<String> left = isProcessor(options) ? List.of() : CudaOperators.missingFor(graph);
        if (!left.isEmpty()) {
            LOG.log(WARNING, "{0} of voice {1}: on {2} these operations are left to the processor, which is slow: {3}",
                    file,
                    installed.id(), options.device(), String.join(", ", left));
        }
        return runtime.load(file, graph.bytes(), options);
    }

    private static boolean isProcessor(NetworkOptions options) {
        return options.device().equals(NetworkOptions.CPU.device());
    }

    /** What batching has done for all voices so far. */
    public BatchFigures batches() {
        return batched.stream().map(BatchedNetwork::figures).reduce(BatchFigures.NONE, BatchFigures::plus);
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
