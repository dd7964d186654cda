package dev.sixtyfold.voices.install;

import dev.sixtyfold.inference.graph.Boundary;
import dev.sixtyfold.voices.manifest.GraphRecipe;
import dev.sixtyfold.voices.manifest.PackageFile;
import dev.sixtyfold.voices.manifest.VoiceManifest;
import dev.sixtyfold.voices.manifest.VoicePackage;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The card of a voice: what it is, on what terms, and where each of its files comes from. Markdown. */
final class VoiceCard {

    static final String FILE = "CARD.md";

    private VoiceCard() {}

    static String of(VoiceManifest voice) {
        StringBuilder card = new StringBuilder();
        card.append("""
                # %s

                %s

                | | |
                |---|---|
                | name | `%s` |
                | language | %s%s |
                | gender | %s |
                | sample rate | %d Hz |
                | family | %s |
                | licence | %s |
                | source | %s |

                %s.
                """.formatted(voice.traits().title(), voice.traits().summary(), voice.id(), voice.traits().language(),
                voice.traits().reads().isEmpty()
                        ? ""
                        : "; reads, without speaking it: " + String.join(", ", voice.traits().reads()),
                voice.traits().gender().name().toLowerCase(Locale.ROOT), voice.model().sampleRate(),
                voice.model().family(), voice.licence().spdx(), voice.licence().source(),
                voice.licence().attribution()));
        for (VoicePackage source : voice.packages()) {
            card.append("""

                    ## From %s %s

                    `%s`, SHA-256 `%s`. Unchanged:

                    | file | bytes | SHA-256 |
                    |---|---|---|
                    """.formatted(source.name(), source.version(), source.wheel(), source.sha256()));
            for (PackageFile file : source.files()) {
                card.append("| %s | %d | `%s` |\n".formatted(file.name(), file.bytes(), file.sha256()));
            }
        }
        card.append("\n## Made on this machine from %s\n\n".formatted(voice.model().file()));
        for (GraphRecipe graph : voice.model().graphs()) {
            GraphRecipe.Blocks blocks = graph.blocks();
            card.append("- `%s`: from %s to %s%s\n".formatted(graph.file(), tensors(graph.inputs()),
                    tensors(graph.outputs()), blocks == null
                            ? ""
                            : ", to run block by block with a delay of "
                                    + blocks.delayFrames() + " frames"));
        }
        return card.toString();
    }

    private static String tensors(List<Boundary> boundaries) {
        return boundaries.stream().map(boundary -> boundary.tensor().equals(boundary.name())
                ? "`" + boundary.name() + "`"
                : "`" + boundary.tensor() + "` (`" + boundary.name() + "`)").collect(Collectors.joining(", "));
    }
}
