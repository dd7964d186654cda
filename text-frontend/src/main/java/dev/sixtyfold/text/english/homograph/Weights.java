package dev.sixtyfold.text.english.homograph;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a classifier has learnt, in blocks: one for each sense and one for verbs in general. A block gives a feature a
 * weight; most have none.
 *
 * <p>The file: a magic number and how many blocks there are (32 bits each), then for each block its name, its size, and
 * its entries in the order of their keys: how much the key is greater than the one before (in groups of 7 bits, the
 * lowest first, all but the last marked by the high bit) and the weight in steps (8 bits).
 */
public final class Weights {

    /** The block of what tells a verb from what is none. */
    public static final String VERBS = "";

    private static final int MAGIC = 0x36306867;
    /** Bits of a feature that are kept: enough that few of a block's hundreds of features share a key with another. */
    private static final int KEY_MASK = 0xFFFFFF;
    private static final double STEP = 1 / 32.0;
    private static final int SEVEN_BITS = 0x7F;

    private final Map<String, Block> blocks;

    private Weights(Map<String, Block> blocks) {
        this.blocks = blocks;
    }

    /** The keys in ascending order, and for each a weight. */
    @SuppressWarnings("ArrayRecordComponent") // owned by this class alone
    private record Block(int[] keys, byte[] steps) {

        double weight(int feature) {
            int index = Arrays.binarySearch(keys, feature & KEY_MASK);
            return index < 0 ? 0 : steps[index] * STEP;
        }
    }

    /** What is kept of a feature. */
    public static int key(int feature) {
        return feature & KEY_MASK;
    }

    /**
     * Weights that were learnt; those too small to matter are left out.
     *
     * @param learnt
     *            block to key to weight
     */
    public static Weights of(Map<String, SortedMap<Integer, Double>> learnt) {
        Map<String, Block> blocks = new LinkedHashMap<>();
        learnt.forEach((name, weights) -> {
            int[] keys = new int[weights.size()];
            byte[] steps = new byte[weights.size()];
            int size = 0;
            for (Map.Entry<Integer, Double> weight : weights.entrySet()) {
                long step = Math.round(weight.getValue() / STEP);
                if (step != 0) {
                    keys[size] = weight.getKey();
                    steps[size++] = (byte) Math.clamp(step, Byte.MIN_VALUE, Byte.MAX_VALUE);
                }
            }
            blocks.put(name, new Block(Arrays.copyOf(keys, size), Arrays.copyOf(steps, size)));
        });
        return new Weights(blocks);
    }

    /** The sum of the weights of {@code features} in a block; 0 if there is no such block. */
    double sum(String block, int[] features) {
        Block found = blocks.get(block);
        double sum = 0;
        if (found != null) {
            for (int feature : features) {
                sum += found.weight(feature);
            }
        }
        return sum;
    }

    public void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(MAGIC);
        data.writeInt(blocks.size());
        for (Map.Entry<String, Block> entry : blocks.entrySet()) {
            Block block = entry.getValue();
            data.writeUTF(entry.getKey());
            data.writeInt(block.keys.length);
            int last = 0;
            for (int i = 0; i < block.keys.length; i++) {
                writeGroups(data, block.keys[i] - last);
                data.writeByte(block.steps[i]);
                last = block.keys[i];
            }
        }
        data.flush();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException
     *             if it is something else, or not all of it
     */
    public static Weights read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        if (data.readInt() != MAGIC) {
            throw new IOException("no weights of homographs: the file does not begin with their magic number");
        }
        Map<String, Block> blocks = new LinkedHashMap<>();
        int count = data.readInt();
        for (int b = 0; b < count; b++) {
            String name = data.readUTF();
            int[] keys = new int[data.readInt()];
            byte[] steps = new byte[keys.length];
            int last = 0;
            for (int i = 0; i < keys.length; i++) {
                last += readGroups(data);
                keys[i] = last;
                steps[i] = data.readByte();
            }
            blocks.put(name, new Block(keys, steps));
        }
        return new Weights(blocks);
    }

    private static void writeGroups(DataOutputStream out, int value) throws IOException {
        int rest = value;
        while (rest > SEVEN_BITS) {
            out.writeByte((rest & SEVEN_BITS) | ~SEVEN_BITS);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private static int readGroups(DataInputStream in) throws IOException {
        int value = 0;
        int shift = 0;
        int group = in.readByte();
        while (group < 0) {
            value |= (group & SEVEN_BITS) << shift;
            shift += 7;
            group = in.readByte();
        }
        return value | group << shift;
    }
}
