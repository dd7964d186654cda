package dev.sixtyfold.watermark.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class TailBitingCodeTest {

    private static final int BITS = 40;
    private static final long MASK = (1L << BITS) - 1;

    private final TailBitingCode code = new TailBitingCode(BITS);
    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);

    private float[] sent(long bits, double noise) {
        byte[] sent = TailBitingCode.encode(bits, BITS);
        float[] soft = new float[sent.length];
        for (int i = 0; i < soft.length; i++) {
            soft[i] = (float) (1 - 2 * sent[i] + noise * random.nextGaussian());
        }
        return soft;
    }

    @Test
    void whatWasSentIsRead() {
        for (int trial = 0; trial < 20; trial++) {
            long bits = random.nextLong() & MASK;
            assertThat(code.decode(sent(bits, 0), 0)).hasValue(bits);
        }
        assertThat(code.decode(sent(0, 0), 0)).hasValue(0);
        assertThat(code.decode(sent(MASK, 0), 0)).hasValue(MASK);
    }

    @Test
    void turningTheBlockTurnsTheCodeWord() {
        long bits = random.nextLong() & MASK;
        byte[] code1 = TailBitingCode.encode(bits, BITS);
        byte[] code2 = TailBitingCode.encode((bits << 1 | bits >>> (BITS - 1)) & MASK, BITS);
        for (int i = 0; i < code1.length; i++) {
            assertThat(code2[i]).isEqualTo(code1[(i + TailBitingCode.RATE) % code1.length]);
        }
    }

    @Test
    void wordsOfFewOnesAreFarApart() {
        int least = Integer.MAX_VALUE;
        for (long bits = 1; bits < 1 << 14; bits += 2) {
            int weight = 0;
            for (byte bit : TailBitingCode.encode(bits, BITS)) {
                weight += bit;
            }
            least = Math.min(least, weight);
        }
        assertThat(least).isGreaterThanOrEqualTo(50);
    }

    @Test
    void itCorrectsTwoDecibelsFromTheLimitOfTheCode() {
        // Eb/N0 of 3 dB: sigma^2 = 6 / (2 * 10^0.3).
        double noise = Math.sqrt(TailBitingCode.RATE / (2 * Math.pow(10, 0.3)));
        int wrong = 0;
        for (int trial = 0; trial < 100; trial++) {
            long bits = random.nextLong() & MASK;
            wrong += code.decode(sent(bits, noise), 0).equals(OptionalLong.of(bits)) ? 0 : 1;
        }
        assertThat(wrong).isLessThanOrEqualTo(4);
    }

    @Test
    void whereNoBlockFitsWellEnoughThereIsNone() {
        long bits = random.nextLong() & MASK;
        float[] soft = sent(bits, 0.5);
        float fit = 0;
        byte[] word = TailBitingCode.encode(bits, BITS);
        for (int i = 0; i < soft.length; i++) {
            fit += word[i] == 0 ? soft[i] : -soft[i];
        }
        assertThat(code.decode(soft, fit)).hasValue(bits);
        assertThat(code.decode(soft, 1.01 * fit)).isEmpty();
    }
}
