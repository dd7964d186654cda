package dev.sixtyfold.voices.manifest;

import java.util.List;

/**
 * The network of a voice.
 *
 * @param family
 *            which code knows what its tensors mean, such as {@code hibari}
 * @param sampleRate
 *            in hertz
 * @param file
 *            the ONNX file as published, by its installed name
 * @param graphs
 *            what is made of that file when the voice is installed
 */
public record VoiceModel(String family, int sampleRate, String file, List<GraphRecipe> graphs) {

    public VoiceModel {
        graphs = List.copyOf(graphs);
        if (sampleRate < 8000 || sampleRate > 192_000) {
            throw new IllegalArgumentException("sampleRate: " + sampleRate + " is not within 8000 and 192000 hertz");
        }
    }
}
