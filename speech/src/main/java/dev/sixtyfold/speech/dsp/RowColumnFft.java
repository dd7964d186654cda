package dev.sixtyfold.speech.dsp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One signal at a time, of a length made of the factors 2, 3, 4 and 5: for those who have no others to put beside it. The
 * signal lies in rows; columns are transformed first, many side by side, then each element is turned, rows become columns,
 * and these are transformed (D. Bailey, "FFTs in external or hierarchical memory", J. Supercomputing 4, 1990).
 */
public final class RowColumnFft implements LaneFft {

    private static final int MULTIPLE = VectorUnit.MULTIPLE;

    private final int size;
    private final int rows;
    private final int columns;
    private final List<Butterflies> downColumns;
    private final List<Butterflies> downRows;
    /** Columns, rounded up to whole vectors. */
    private final int width;
    /** Signal and result, with room for a vector behind them. */
    private final Complex flat;
    /** {@code [rows][width]}, with as many rows as whole vectors take. */
    private final Complex turn;
    private final Complex here;
    private final Complex there;

    /**
     * @param size
     *            at least 4; a product of 2, 3 and 5 that is no prime
     */
    public RowColumnFft(int size) {
        this.size = size;
        this.rows = IntStream.range(2, size).map(i -> size + 1 - i).filter(rows -> size % rows == 0).boxed()
                .min((a, b) -> Integer.compare(work(a, size / a), work(b, size / b)))
                .orElseThrow(() -> new IllegalArgumentException("transform length " + size + " cannot be divided"));
        this.columns = size / rows;
        this.downColumns = passes(rows);
        this.downRows = passes(columns);
        this.width = VectorUnit.padded(columns);
        int room = VectorUnit.padded(rows) * width;
        this.flat = Complex.of(size + MULTIPLE);
        this.turn = Complex.of(room);
        this.here = Complex.of(room);
        this.there = Complex.of(room);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double angle = -2 * Math.PI * row * column / size;
                turn.re[row * width + column] = (float) Math.cos(angle);
                turn.im[row * width + column] = (float) Math.sin(angle);
            }
        }
    }

    private static int work(int rows, int columns) {
        return rows * VectorUnit.padded(columns) + columns * VectorUnit.padded(rows);
    }

    private static List<Butterflies> passes(int points) {
        List<Butterflies> passes = new ArrayList<>();
        int remaining = points;
        for (int radix : new int[]{5, 4, 3, 2}) {
            while (remaining % radix == 0) {
                passes.add(Butterflies.of(radix, remaining, points / remaining));
                remaining /= radix;
            }
        }
        if (remaining != 1) {
            throw new IllegalArgumentException(
                    "transform length has the factor " + remaining + ", not only 2, 3 and 5");
        }
        return List.copyOf(passes);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public void transform(float[] re, float[] im) {
        System.arraycopy(re, 0, flat.re, 0, size);
        System.arraycopy(im, 0, flat.im, 0, size);
        int step = columns();
        ArrayMath.now().multiply(side(step).re, side(step).im, turn.re, turn.im, rows * width);
        transpose(side(step).re, side(step + 1).re);
        transpose(side(step).im, side(step + 1).im);
        Complex rowwise = side(rows(step + 1));
        int length = VectorUnit.padded(rows);
        for (int column = 0; column < columns; column++) {
            System.arraycopy(rowwise.re, column * length, re, column * rows, rows);
            System.arraycopy(rowwise.im, column * length, im, column * rows, rows);
        }
    }

    /** Where a step leaves its result: each changes sides. */
    private Complex side(int step) {
        return step % 2 == 0 ? here : there;
    }

    /** Returns the last step. */
    private int columns() {
        downColumns.getFirst().run(flat.rows(0, columns), side(0).rows(0, width), columns);
        for (int step = 1; step < downColumns.size(); step++) {
            downColumns.get(step).run(side(step - 1).rows(0, width), side(step).rows(0, width), columns);
        }
        return downColumns.size() - 1;
    }

    /** Blocks of as many rows as a vector has elements, {@code [MULTIPLE][width]}, become {@code [width][MULTIPLE]}. */
    private void transpose(float[] x, float[] y) {
        for (int block = 0; block < rows; block += MULTIPLE) {
            for (int column = 0; column < width; column += MULTIPLE) {
                TransformKernels.now().transpose(x, block * width + column, width, y,
                        block * width + column * MULTIPLE);
            }
        }
    }

    /** Returns the last step, whose result is in order: {@code [columns][rows]}, the rows in whole vectors. */
    private int rows(int transposed) {
        int step = transposed;
        for (Butterflies pass : downRows.subList(0, downRows.size() - 1)) {
            for (int block = 0; block < rows; block += MULTIPLE) {
                pass.run(side(step).rows(block * width, MULTIPLE), side(step + 1).rows(block * width, MULTIPLE),
                        MULTIPLE);
            }
            step++;
        }
        for (int block = 0; block < rows; block += MULTIPLE) {
            downRows.getLast().run(side(step).rows(block * width, MULTIPLE),
                    side(step + 1).rows(block, VectorUnit.padded(rows)), MULTIPLE);
        }
        return step + 1;
    }

    /**
     * Complex numbers.
     *
     * @param re
     *            owned by the transform
     * @param im
     *            likewise
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Complex(float[] re, float[] im) {

        static Complex of(int length) {
            return new Complex(new float[length], new float[length]);
        }

        Butterflies.Rows rows(int offset, int distance) {
            return new Butterflies.Rows(re, im, offset, distance);
        }
    }
}
