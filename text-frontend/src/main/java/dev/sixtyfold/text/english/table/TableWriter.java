package dev.sixtyfold.text.english.table;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Collects arrays as bytes, little-endian, each with its length before it and aligned to 4 bytes. */
public final class TableWriter {

    public static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public void ints(int[] values) {
        ByteBuffer buffer = array(values.length, values.length * Integer.BYTES);
        buffer.slice().order(ORDER).asIntBuffer().put(values);
        append(buffer);
    }

    public void chars(char[] values) {
        ByteBuffer buffer = array(values.length, values.length * Character.BYTES);
        buffer.slice().order(ORDER).asCharBuffer().put(values);
        append(buffer);
    }

    public void shorts(short[] values) {
        ByteBuffer buffer = array(values.length, values.length * Short.BYTES);
        buffer.slice().order(ORDER).asShortBuffer().put(values);
        append(buffer);
    }

    public void bytes(byte[] values) {
        ByteBuffer buffer = array(values.length, values.length);
        buffer.slice().put(values);
        append(buffer);
    }

    public byte[] toByteArray() {
        return out.toByteArray();
    }

    private static ByteBuffer array(int length, int bytes) {
        return ByteBuffer.allocate(Integer.BYTES + padded(bytes)).order(ORDER).putInt(length);
    }

    private void append(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.capacity()];
        buffer.get(0, bytes);
        out.writeBytes(bytes);
    }

    static int padded(int bytes) {
        return (bytes + 3) & ~3;
    }
}
