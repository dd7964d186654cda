package dev.sixtyfold.inference.graph;

import dev.sixtyfold.inference.InferenceException;
import dev.sixtyfold.inference.graph.onnx.NodeProto;
import java.util.List;

/**
 * A convolution over time that yields as many frames as it gets.
 *
 * @param reach
 *            frames that an output frame sees beside its own, {@code dilation * (kernel - 1)}
 * @param lookAhead
 *            how many of them come after it: the zeros that the convolution pads at the end
 */
record ConvolutionShape(int inputChannels, int outputChannels, int reach, int lookAhead) {

    /**
     * @param weightShape
     *            {@code [output channels, input channels / group, kernel]}
     * @throws InferenceException
     *             if it strides, is not over one axis, or pads so that it yields more or fewer frames than it gets
     */
    static ConvolutionShape of(NodeProto node, List<Long> weightShape) {
        if (weightShape.size() != 3) {
            throw UnsupportedNode.because(node, "its weights are of shape " + weightShape
                    + ", not [output channels, input channels, kernel] of a convolution over one axis");
        }
        NodeAttributes attributes = new NodeAttributes(node);
        if (!attributes.integers("strides", List.of(1L)).equals(List.of(1L))) {
            throw UnsupportedNode.because(node, "it strides by " + attributes.integers("strides", List.of())
                    + " frames; only stride 1 keeps the frame rate");
        }
        long dilation = attributes.integers("dilations", List.of(1L)).getFirst();
        int reach = Math.toIntExact(dilation * (weightShape.get(2) - 1));
        List<Long> pads = switch (attributes.text("auto_pad", "NOTSET")) {
            case "NOTSET" -> attributes.integers("pads", List.of(0L, 0L));
            case "SAME_UPPER" -> List.of((long) reach / 2, (long) reach - reach / 2);
            case "SAME_LOWER" -> List.of((long) reach - reach / 2, (long) reach / 2);
            default -> List.of(0L, 0L);
        };
        if (pads.size() != 2 || pads.get(0) < 0 || pads.get(1) < 0 || pads.get(0) + pads.get(1) != reach) {
            throw UnsupportedNode.because(node, "it pads by " + pads + ", which does not sum to the " + reach
                    + " frames that its kernel reaches over, so it changes the number of frames");
        }
        return new ConvolutionShape(
                Math.toIntExact(weightShape.get(1) * attributes.integer("group", 1)),
                Math.toIntExact(weightShape.get(0)), reach, Math.toIntExact(pads.get(1)));
    }
}
