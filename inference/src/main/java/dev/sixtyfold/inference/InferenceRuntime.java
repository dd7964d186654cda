package dev.sixtyfold.inference;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * ONNX Runtime by way of DJL. Opening it is what loads the native libraries; a process opens one and shares it.
 *
 * <p>Telemetry of both is off: DJL's by the properties set here, the runtime's by the environment that the launcher sets
 * ({@code ORT_DISABLE_TELEMETRY=1}).
 */
public final class InferenceRuntime {

    private static final String ENGINE = "OnnxRuntime";

    private InferenceRuntime() {}

    /**
     * Loads the runtime.
     *
     * @param cacheDirectory
     *            where the native libraries are unpacked once
     * @throws InferenceException
     *             if they cannot be unpacked there or do not run on this platform
     */
    public static InferenceRuntime open(Path cacheDirectory) {
        System.setProperty("offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        // Sessions have threads of their own; the pool that DJL makes for the whole process would only idle.
        System.setProperty("ai.djl.onnxruntime.num_threads", "1");
        System.setProperty("ai.djl.onnxruntime.num_interop_threads", "1");
        NativeLibraries.unpackInto(cacheDirectory);
        try {
            Engine.getEngine(ENGINE); // also makes the runtime's environment, which must not exist before
            return new InferenceRuntime();
        } catch (RuntimeException | UnsatisfiedLinkError e) {
            throw new InferenceException("ONNX Runtime cannot be loaded on " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch") + ": " + e.getMessage(), e);
        }
    }

    /** The version of the runtime, such as {@code 1.26.0}. */
    public String version() {
        return OrtEnvironment.getEnvironment().getVersion();
    }

    /**
     * Checks that networks can run on a device.
     *
     * @param device
     *            {@code cpu} or {@code cuda:N}
     * @throws InferenceException
     *             if they cannot; the message says what is missing
     */
    public void require(String device) {
        if (device.equals(NetworkOptions.CPU.device())) {
            return;
        }
        if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
            throw new InferenceException("device " + device + ": this build has the runtime for processors only; build "
                    + "with `mvn -B package -Pcuda`, or set the device to cpu");
        }
        try (SessionOptions session = sessionOptions(new NetworkOptions(device, 1))) {
            session.setInterOpNumThreads(1);
        } catch (OrtException e) {
            throw new InferenceException(
                    "device " + device + " cannot be used: " + e.getMessage() + "; is there such a "
                            + "GPU, with its driver, CUDA 12 and cuDNN 9?",
                    e);
        }
    }

    /**
     * Loads a graph.
     *
     * @throws InferenceException
     *             if the file cannot be read, is no graph that the runtime accepts, or the device is not there
     */
    public Network load(Path onnx, NetworkOptions options) {
        if (!Files.isRegularFile(onnx)) {
            throw new InferenceException("no model file " + onnx);
        }
        Model model = Model.newInstance(onnx.getFileName().toString(), ENGINE);
        try {
            model.load(onnx, null, Map.of("sessionOptions", sessionOptions(options)));
            return new OrtNetwork(onnx.getFileName().toString(), model);
        } catch (IOException | MalformedModelException | OrtException | RuntimeException e) {
            model.close();
            throw new InferenceException("cannot load " + onnx + " on " + options.device() + ": " + rootMessage(e), e);
        }
    }

    /**
     * Loads a graph from memory.
     *
     * @param name
     *            for messages
     * @param graph
     *            a serialised ONNX model
     * @throws InferenceException
     *             if it is no graph that the runtime accepts, or the device is not there
     */
    public Network load(String name, byte[] graph, NetworkOptions options) {
        Model model = Model.newInstance(name, ENGINE);
        try {
            model.load(new ByteArrayInputStream(graph), Map.of("sessionOptions", sessionOptions(options)));
            return new OrtNetwork(name, model);
        } catch (IOException | MalformedModelException | OrtException | RuntimeException e) {
            model.close();
            throw new InferenceException("cannot load " + name + " on " + options.device() + ": " + rootMessage(e), e);
        }
    }

    /**
     * Makes a product from a graph of one input, one output and nothing but the product between them.
     *
     * @param graph
     *            a serialised ONNX model
     * @throws InferenceException
     *             if the runtime does not accept it
     */
    public MatrixProduct product(byte[] graph, NetworkOptions options) {
        try (SessionOptions session = sessionOptions(options)) {
            return new OrtProduct(OrtEnvironment.getEnvironment().createSession(graph, session));
        } catch (OrtException e) {
            throw new InferenceException("cannot make a product on " + options.device() + ": " + e.getMessage(), e);
        }
    }

    private static SessionOptions sessionOptions(NetworkOptions options) throws OrtException {
        SessionOptions session = new SessionOptions();
        session.setIntraOpNumThreads(options.threads());
        session.setInterOpNumThreads(1);
        session.addConfigEntry("session.intra_op.allow_spinning", "0");
        // Shapes differ from run to run: a pattern made for one of them is of no use to the next.
        session.setMemoryPatternOptimization(false);
        if (options.device().startsWith("cuda:")) {
            session.addCUDA(Integer.parseInt(options.device().substring("cuda:".length())));
        }
        return session;
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
