package dev.sixtyfold.inference.graph;

import dev.sixtyfold.inference.graph.onnx.NodeProto;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which operations of a graph the CUDA build of the runtime leaves on the processor, by the kernels that it documents for the
 * types that occur in voices. Each of them costs two ways over the bus. Numbers of shapes stay on the processor by design,
 * and do not count.
 */
public final class CudaOperators {

    private static final Set<String> KERNELS = Set.of("Abs", "Add", "And", "AveragePool", "Cast", "Ceil", "Clip",
            "Concat",
            "Constant", "ConstantOfShape", "Conv", "ConvTranspose", "Cos", "CumSum", "Div", "Equal", "Erf", "Exp",
            "Expand",
            "Flatten", "Floor", "Gather", "GatherElements", "GatherND", "Gemm", "GlobalAveragePool", "Greater",
            "GreaterOrEqual", "Identity", "InstanceNormalization", "LayerNormalization", "LeakyRelu", "Less",
            "LessOrEqual",
            "Log", "MatMul", "Max", "Min", "Mul", "Neg", "NonZero", "Not", "Or", "PRelu", "Pad", "Pow", "Range",
            "Reciprocal", "ReduceMax", "ReduceMean", "ReduceMin", "ReduceProd", "ReduceSum", "Relu", "Reshape",
            "Resize",
            "Round", "ScatterElements", "ScatterND", "Shape", "Sigmoid", "Sign", "Sin", "Slice", "Softmax", "Softplus",
            "Split", "Sqrt", "Squeeze", "Sub", "Sum", "Tanh", "Tile", "Transpose", "Unsqueeze", "Where");

    private CudaOperators() {}

    /** How many operations of each type stay on the processor, as {@code 17 x MatMulInteger}, by type; empty if none do. */
    public static List<String> missingFor(OnnxGraph graph) {
        Map<String, Long> left = graph.model().getGraph().getNodeList().stream().map(NodeProto::getOpType).filter(
                type -> !KERNELS.contains(type)).collect(
                        Collectors.groupingBy(type -> type, TreeMap::new,
                                Collectors.counting()));
        return left.entrySet().stream().map(entry -> entry.getValue() + " x " + entry.getKey()).toList();
    }
}
