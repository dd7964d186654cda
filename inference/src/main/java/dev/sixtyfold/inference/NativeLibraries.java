package dev.sixtyfold.inference;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * Unpacks ONNX Runtime's native libraries once and tells the runtime where they are. Left to itself it unpacks them into
 * the temporary folder at each start, and a killed process leaves them there.
 */
final class NativeLibraries {

    private static final String LOCATION = "onnxruntime.native.path";
    private static final List<String> NAMES = List.of("onnxruntime", "onnxruntime4j_jni",
            "onnxruntime_providers_shared", "onnxruntime_providers_cuda");

    private NativeLibraries() {}

    /**
     * Makes the libraries of this platform available under {@code cacheDirectory}; does nothing where a location is given
     * already or the runtime brings none for this platform. Safe when several processes do it at once.
     */
    static void unpackInto(Path cacheDirectory) {
        if (System.getProperty(LOCATION) != null) {
            return;
        }
        String platform = platform();
        String root = "/ai/onnxruntime/native/" + platform + "/";
        String version = ai.onnxruntime.OrtEnvironment.class.getPackage().getImplementationVersion();
        Path directory = cacheDirectory.resolve("natives").resolve("onnxruntime-" + version + "-" + platform);
        boolean found = false;
        try {
            for (String name : NAMES) {
                String file = System.mapLibraryName(name);
                URL library = NativeLibraries.class.getResource(root + file);
                if (library != null) {
                    Files.createDirectories(directory);
                    unpack(library, directory.resolve(file));
                    found = true;
                }
            }
        } catch (IOException e) {
            throw new InferenceException("cannot unpack the native libraries into " + directory + ": " + e.getMessage(),
                    e);
        }
        if (found) {
            System.setProperty(LOCATION, directory.toString());
        }
    }

    private static void unpack(URL library, Path target) throws IOException {
        if (Files.exists(target)) {
            return; // complete, since it got its name only after it was written
        }
        Path partial = Files.createTempFile(target.getParent(), target.getFileName().toString(), ".part");
        try {
            try (InputStream in = library.openStream()) {
                Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String osName = os.startsWith("windows") ? "win" : os.startsWith("mac") ? "osx" : "linux";
        String archName = switch (arch) {
            case "amd64", "x86_64" -> "x64";
            case "arm64", "aarch64" -> "aarch64";
            default -> arch;
        };
        return osName + "-" + archName;
    }
}
