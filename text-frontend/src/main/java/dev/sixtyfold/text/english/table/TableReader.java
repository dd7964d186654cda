package dev.sixtyfold.text.english.table;

import java.nio.ByteBuffer;

/** Reads the arrays that a {@link TableWriter} wrote: the number of elements, the elements, zeros up to a multiple of 4 bytes. */
public final class TableReader {

    private final ByteBuffer in;

    /**
     * @param in
     *            from its position on; not to be used by others meanwhile
     */
    public TableReader(ByteBuffer in) {
        this.in = in.order(TableWriter.ORDER);
    }

    public int[] ints() {
        int[] values = new int[in.getInt()];
        in.asIntBuffer().get(values);
        skip(values.length * Integer.BYTES);
        return values;
    }

    public char[] chars() {
        char[] values = new char[in.getInt()];
        in.asCharBuffer().get(values);
        skip(values.length * Character.BYTES);
        return values;
    }

    public short[] shorts() {
        short[] values = new short[in.getInt()];
        in.asShortBuffer().get(values);
        skip(values.length * Short.BYTES);
        return values;
    }

    public byte[] bytes() {
        byte[] values = new byte[in.getInt()];
        in.slice().get(values);
        skip(values.length);
        return values;
    }

    private void skip(int bytes) {
        in.position(in.position() + TableWriter.padded(bytes));
    }
}
