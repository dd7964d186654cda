package dev.sixtyfold.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The tensors of several runs one after another along their first axis, and apart again. */
final class TensorStack {

    private TensorStack() {}

    /** Whether both runs have the same tensors, of the same size but for the first axis. */
    static boolean fit(List<Tensor> one, List<Tensor> other) {
        return one.size() == other.size() && IntStream.range(0, one.size()).allMatch(i -> fit(one.get(i), other.get(
                i)));
    }

    private static boolean fit(Tensor one, Tensor other) {
        long[] a = one.shape();
        long[] b = other.shape();
        return one.getClass() == other.getClass() && one.name().equals(other.name()) && a.length > 0
                && a.length == b.length && Arrays.equals(a, 1, a.length, b, 1, b.length);
    }

    /** Along the first axis, which all tensors of a run share. */
    static int rows(List<Tensor> run) {
        return Math.toIntExact(run.getFirst().shape()[0]);
    }

    /** The inputs of runs that {@link #fit}, as those of one. */
    static List<Tensor> stack(List<List<Tensor>> runs) {
        List<Tensor> stacked = new ArrayList<>();
        for (int i = 0; i < runs.getFirst().size(); i++) {
            int at = i;
            stacked.add(concatenated(runs.stream().map(run -> run.get(at)).toList()));
        }
        return stacked;
    }

    private static Tensor concatenated(List<Tensor> parts) {
        Tensor first = parts.getFirst();
        long[] shape = first.shape().clone();
        shape[0] = parts.stream().mapToLong(part -> part.shape()[0]).sum();
        int length = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
        return switch (first) {
            case Tensor.Floats floats -> {
                float[] values = new float[length];
                int at = 0;
                for (Tensor part : parts) {
                    float[] more = ((Tensor.Floats) part).values();
                    System.arraycopy(more, 0, values, at, more.length);
                    at += more.length;
                }
                yield new Tensor.Floats(floats.name(), shape, values);
            }
            case Tensor.Longs longs -> {
                long[] values = new long[length];
                int at = 0;
                for (Tensor part : parts) {
                    long[] more = ((Tensor.Longs) part).values();
                    System.arraycopy(more, 0, values, at, more.length);
                    at += more.length;
                }
                yield new Tensor.Longs(longs.name(), shape, values);
            }
        };
    }

    /**
     * The outputs of one run as those of several.
     *
     * @param rows
     *            of each of them
     * @throws InferenceException
     *             if an output has not as many rows as these together
     */
    static List<List<Tensor>> split(List<Tensor> outputs, int[] rows) {
        int all = Arrays.stream(rows).sum();
        List<List<Tensor>> runs = new ArrayList<>();
        int from = 0;
        for (int count : rows) {
            List<Tensor> run = new ArrayList<>();
            for (Tensor output : outputs) {
                if (output.shape().length == 0 || output.shape()[0] != all) {
                    throw new InferenceException("output " + output.name() + " of shape " + Arrays.toString(output
                            .shape()) + " does not have the " + all + " rows of its batch");
                }
                run.add(part(output, from, count, all));
            }
            runs.add(run);
            from += count;
        }
        return runs;
    }

    private static Tensor part(Tensor whole, int from, int count, int all) {
        long[] shape = whole.shape().clone();
        shape[0] = count;
        return switch (whole) {
            case Tensor.Floats floats -> {
                int row = floats.values().length / all;
                yield new Tensor.Floats(floats.name(), shape, Arrays.copyOfRange(floats.values(), from * row, (from
                        + count) * row));
            }
            case Tensor.Longs longs -> {
                int row = longs.values().length / all;
                yield new Tensor.Longs(longs.name(), shape, Arrays.copyOfRange(longs.values(), from * row, (from
                        + count) * row));
            }
        };
    }
}
