package dev.sixtyfold.watermark.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.junit.jupiter.api.Test;

class WatermarkKeyTest {

    private static final String SECRET = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    private final WatermarkKey key = WatermarkKey.parse(SECRET);

    @Test
    void theRuntimesHkdfIsThatOfTheStandard() throws Exception {
        // RFC 5869, appendix A.1.
        HexFormat hex = HexFormat.of();
        byte[] output = KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.ofExtract()
                .addIKM(hex.parseHex("0b".repeat(22))).addSalt(hex.parseHex("000102030405060708090a0b0c"))
                .thenExpand(hex.parseHex("f0f1f2f3f4f5f6f7f8f9"), 42));
        assertThat(hex.formatHex(output)).isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
                + "34007208d5b887185865");
    }

    @Test
    void aKeyIsAFunctionOfItsSecret() {
        assertThat(WatermarkKey.parse(SECRET.toUpperCase(java.util.Locale.ROOT) + "\n")).isEqualTo(key);
        assertThat(key.id().value()).hasSize(8);
        assertThat(key.toString()).doesNotContain(SECRET.substring(0, 8)).contains(key.id().value());
        WatermarkKey other = WatermarkKey.parse("ff" + SECRET.substring(2));
        assertThat(other.id()).isNotEqualTo(key.id());
        assertThat(other.digest(7)).isNotEqualTo(key.digest(7));
        assertThat(other.stream(0, 32)).isNotEqualTo(key.stream(0, 32));
    }

    @Test
    void streamsAreIndependentAndRepeatable() {
        assertThat(key.stream(1, 64)).isEqualTo(key.stream(1, 64)).isNotEqualTo(key.stream(2, 64));
        assertThat(key.stream(1, 16)).isEqualTo(java.util.Arrays.copyOf(key.stream(1, 64), 16));
        int ones = BitSet.valueOf(key.stream(3, 100_000)).cardinality();
        assertThat(ones).isBetween(400_000 - 2000, 400_000 + 2000);
    }

    @Test
    void aWrongSecretIsToldWithoutRepeatingIt() {
        for (String wrong : new String[]{"", "zz", SECRET.substring(1), SECRET + "00"}) {
            assertThatThrownBy(() -> WatermarkKey.parse(wrong)).isInstanceOf(IllegalArgumentException.class)
                    .message().doesNotContain(SECRET.substring(2, 10));
        }
    }

    @Test
    void thePermutationIsUndoneByItsInverse() {
        IdPermutation permutation = key.permutation();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        for (int i = 0; i < 2000; i++) {
            int counter = i < 1000 ? i : random.nextInt();
            assertThat(permutation.invert(permutation.apply(counter))).isEqualTo(counter);
        }
    }

    @Test
    void idsOfNeighboursAreSpreadEvenly() {
        IdPermutation permutation = key.permutation();
        int[] quarters = new int[4];
        for (int counter = 0; counter < 4000; counter++) {
            quarters[permutation.apply(counter) >>> 30]++;
        }
        for (int count : quarters) {
            assertThat(count).isBetween(880, 1120);
        }
        assertThat(permutation.apply(1)).isNotEqualTo(WatermarkKey.parse("ff" + SECRET.substring(2)).permutation()
                .apply(1));
    }
}
