package dev.sixtyfold.voices.manifest;

import dev.sixtyfold.inference.graph.Boundary;
import dev.sixtyfold.speech.VoiceId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Reads manifests. Their fields are those of the records, in the records' shape; any other field is an error. */
public final class ManifestReader {

    private ManifestReader() {}

    /**
     * Reads a manifest.
     *
     * @param name
     *            of the file, for messages
     * @param json
     *            UTF-8
     * @throws IllegalArgumentException
     *             naming the file and the path of the field that is missing, unknown or wrong
     */
    public static VoiceManifest read(String name, byte[] json) {
        try {
            VoiceManifest manifest = whole(JsonFields.parse(json), fields -> manifest(fields, fingerprint(json)));
            manifest.modelHash(); // fails if the model is none of the files
            return manifest;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static VoiceManifest manifest(JsonFields json, String fingerprint) {
        return new VoiceManifest(new VoiceId(json.text("id")), fingerprint,
                whole(json.object("traits"), ManifestReader::traits),
                whole(json.object("licence"), ManifestReader::licence),
                all(json.objects("packages"), ManifestReader::voicePackage),
                whole(json.object("model"), ManifestReader::model));
    }

    private static VoiceTraits traits(JsonFields json) {
        String gender = json.text("gender");
        for (VoiceTraits.Gender known : VoiceTraits.Gender.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(gender)) {
                return new VoiceTraits(json.text("title"), json.text("summary"), json.text("language"),
                        json.optionalTextList("reads"), known);
            }
        }
        throw new IllegalArgumentException("gender: \"" + gender + "\" is not female, male or neutral");
    }

    private static Licence licence(JsonFields json) {
        return new Licence(json.text("spdx"), json.text("attribution"), json.text("source"));
    }

    private static VoicePackage voicePackage(JsonFields json) {
        String registry = json.text("registry");
        if (!registry.equals("pip")) {
            throw new IllegalArgumentException("registry: \"" + registry + "\" is not pip");
        }
        return new VoicePackage(json.text("name"), json.text("version"), json.text("wheel"), json.text("sha256"),
                all(json.objects("files"), ManifestReader::packageFile));
    }

    private static PackageFile packageFile(JsonFields json) {
        return new PackageFile(json.text("path"), json.text("name"), json.longInteger("bytes"), json.text("sha256"));
    }

    private static VoiceModel model(JsonFields json) {
        return new VoiceModel(json.text("family"), json.integer("sampleRate"), json.text("file"),
                all(json.objects("graphs"), ManifestReader::graph));
    }

    private static GraphRecipe graph(JsonFields json) {
        return new GraphRecipe(json.text("file"), boundaries(json.texts("inputs")), boundaries(json.texts("outputs")),
                json.optionalObject("blocks").map(blocks -> whole(blocks, ManifestReader::blocks)).orElse(null));
    }

    private static GraphRecipe.Blocks blocks(JsonFields json) {
        return new GraphRecipe.Blocks(json.integer("delayFrames"), json.integer("tailFrames"),
                json.integer("firstStateFrames"),
                json.integer("stateFrames"), json.integers("stateChannels"));
    }

    private static List<Boundary> boundaries(Map<String, String> newNames) {
        return newNames.entrySet().stream().map(entry -> new Boundary(entry.getKey(), entry.getValue())).toList();
    }

    private static <T> List<T> all(List<JsonFields> objects, Function<JsonFields, T> reader) {
        return objects.stream().map(json -> whole(json, reader)).toList();
    }

    /** Reads an object and makes sure that nothing of it was left unread. */
    private static <T> T whole(JsonFields json, Function<JsonFields, T> reader) {
        T value = reader.apply(json);
        json.end();
        return value;
    }

    private static String fingerprint(byte[] json) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
