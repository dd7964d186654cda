/**
 * Reading, cutting and rewriting ONNX graphs, so that a voice that ships as one graph can run as two stages and in blocks.
 * {@link dev.sixtyfold.inference.graph.OnnxGraph} is a graph; each rewrite is a class of its own:
 * {@link dev.sixtyfold.inference.graph.GraphCut} and {@link dev.sixtyfold.inference.graph.StatefulConvolutions}.
 */
@NullMarked
package dev.sixtyfold.inference.graph;

import org.jspecify.annotations.NullMarked;
