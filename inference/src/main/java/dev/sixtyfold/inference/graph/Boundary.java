package dev.sixtyfold.inference.graph;

/**
 * A tensor at which a graph is cut.
 *
 * @param tensor
 *            its name in the graph that is cut, such as {@code /Concat_43_output_0}
 * @param name
 *            its name as an input or output of the part, such as {@code hidden}
 */
public record Boundary(String tensor, String name) {

    public Boundary {
        if (tensor.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException(
                    "a boundary needs the name of a tensor and a name for it, not \"" + tensor
                            + "\" and \"" + name + "\"");
        }
    }

    /** The tensor keeps its name. */
    public static Boundary of(String tensor) {
        return new Boundary(tensor, tensor);
    }
}
