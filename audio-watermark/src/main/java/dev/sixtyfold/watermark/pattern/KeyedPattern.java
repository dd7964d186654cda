package dev.sixtyfold.watermark.pattern;

import dev.sixtyfold.watermark.code.TailBitingCode;
import dev.sixtyfold.watermark.key.WatermarkKey;
import java.nio.ByteBuffer;

/**
 * The pattern of one key. In each slot some bands (which ones, the key says) carry synchronisation and the others a bit of
 * the code word; every cell has a sign of its own, which differs from family to family. All of it comes from the key
 * stream of AES, none from the audio.
 *
 * <p>Cells of a period are numbered {@code slot * BANDS + band}. Immutable.
 */
public final class KeyedPattern {

    /** Sets of signs of a key. */
    public static final int FAMILIES = 16;

    /** Synchronisation cells of a slot below and above 3.3 kHz. */
    private static final int LOW_SYNC = 5;
    private static final int HIGH_SYNC = 5;

    /** What the streams of a key are used for: stream 0 is the layout, 1 and up the families. */
    private static final int LAYOUT_STREAM = 0;
    private static final int FIRST_FAMILY_STREAM = 1;

    private final WatermarkKey key;
    private final short[] codeBit = new short[CellGrid.CELLS];
    private final byte[][] signs = new byte[FAMILIES][CellGrid.CELLS];

    public KeyedPattern(WatermarkKey key) {
        this.key = key;
        Dice dice = new Dice(key.stream(LAYOUT_STREAM, 1 << 16));
        int codeLength = RequestMark.PAYLOAD_BITS * TailBitingCode.RATE;
        layOut(dice, 0, CellGrid.LOW_BANDS, LOW_SYNC, codeLength);
        layOut(dice, CellGrid.LOW_BANDS, CellGrid.BANDS, HIGH_SYNC, codeLength);
        for (int family = 0; family < FAMILIES; family++) {
            byte[] bits = key.stream(FIRST_FAMILY_STREAM + family, CellGrid.CELLS / 8);
            for (int cell = 0; cell < CellGrid.CELLS; cell++) {
                signs[family][cell] = (byte) ((bits[cell >> 3] >> (cell & 7) & 1) == 0 ? 1 : -1);
            }
        }
    }

    public WatermarkKey key() {
        return key;
    }

    /** Whether a cell serves synchronisation; it then carries the sign of the family alone. */
    public boolean isSync(int cell) {
        return codeBit[cell] < 0;
    }

    /** The code bit that a cell carries, times the sign of the family; negative if it is a synchronisation cell. */
    public int codeBit(int cell) {
        return codeBit[cell];
    }

    /** The sign of a cell in a family, 1 or -1. */
    public int sign(int family, int cell) {
        return signs[family][cell];
    }

    /** Whether each cell of a period is raised (1) or lowered (-1) for a code word. */
    public byte[] cellSigns(int family, byte[] code) {
        byte[] cells = signs[family].clone();
        for (int cell = 0; cell < cells.length; cell++) {
            if (codeBit[cell] >= 0 && code[codeBit[cell]] == 1) {
                cells[cell] = (byte) -cells[cell];
            }
        }
        return cells;
    }

    /** The same for the mark of a request. */
    public byte[] cellSigns(RequestMark mark) {
        return cellSigns(mark.family(), TailBitingCode.encode(mark.payload(), RequestMark.PAYLOAD_BITS));
    }

    /** Each half of the bands carries every code bit about equally often, in places drawn from all over the period. */
    private void layOut(Dice dice, int firstBand, int endBand, int sync, int codeLength) {
        int bands = endBand - firstBand;
        int[] dataCells = new int[CellGrid.PERIOD * (bands - sync)];
        int found = 0;
        for (int slot = 0; slot < CellGrid.PERIOD; slot++) {
            int[] shuffled = dice.permutation(bands);
            for (int i = 0; i < bands; i++) {
                int cell = slot * CellGrid.BANDS + firstBand + shuffled[i];
                if (i < sync) {
                    codeBit[cell] = -1;
                } else {
                    dataCells[found++] = cell;
                }
            }
        }
        int[] order = dice.permutation(dataCells.length);
        int[] bits = dice.permutation(codeLength);
        for (int i = 0; i < dataCells.length; i++) {
            codeBit[dataCells[order[i]]] = (short) bits[i % codeLength];
        }
    }

    /** Numbers from a key stream. */
    private static final class Dice {
        private final ByteBuffer stream;

        Dice(byte[] stream) {
            this.stream = ByteBuffer.wrap(stream);
        }

        int[] permutation(int size) {
            int[] order = new int[size];
            for (int i = 0; i < size; i++) {
                // A draw of 32 bits: the bias of the remainder is below one in a million.
                int j = (int) (Integer.toUnsignedLong(stream.getInt()) % (i + 1));
                order[i] = order[j];
                order[j] = i;
            }
            return order;
        }
    }
}
