package dev.sixtyfold.text.alphabet;

import dev.sixtyfold.text.alphabet.Segment.Kind;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the symbols of the IPA are in the notation of the lexicons, and the nearest English sound for those that English
 * does not have. In tables of pairs, decomposed.
 */
final class IpaSounds {

    /** Two vowels in one symbol. The lexicons' own capitals are read as they are. */
    private static final String DIPHTHONGS = """
            aɪ I  ai I  aj I  ɑɪ I  ɑi I  ʌɪ I  ɐɪ I  I I
            aʊ W  au W  aw W  ɑʊ W  ɑu W  æʊ W  æu W  W W
            eɪ A  ei A  ej A  ɛɪ A  ɛi A  ɛj A  æɪ A  A A
            oʊ O  ou O  ow O  əʊ O  əu O  ɔʊ O  ɔu O  ɵʊ O  ɜʊ O  O O  Q Q
            ɔɪ Y  ɔi Y  ɔj Y  oɪ Y  oi Y  oj Y  ɒɪ Y  Y Y
            eə ɛː  ɛə ɛː
            """;

    private static final String VOWELS = """
            i i  ɪ ɪ  ɛ ɛ  e e  æ æ  a a  ɑ ɑ  ɒ ɒ  ɔ ɔ  o o  ʊ ʊ  u u  ʌ ʌ  ə ə  ɐ ɐ  ɜ ɜ  ᵊ ᵊ  ᵻ ᵻ
            ɝ ɜɹ  ɚ əɹ
            ɨ ᵻ  ɪ̈ ᵻ  ʉ u  ɯ u  y u  ʏ ʊ  ᵿ ʊ  ɵ ʊ  ɤ ʌ  ɘ ə  ɞ ɜ  ø ɜ  œ ɜ  ɶ ɑ
            """;

    private static final String CONSONANTS = """
            p p  b b  t t  d d  k k  ɡ ɡ  g ɡ  m m  n n  ŋ ŋ  f f  v v  θ θ  ð ð  s s  z z  ʃ ʃ  ʒ ʒ  h h  l l  ɹ ɹ  r ɹ
            w w  j j  ɾ ɾ  T ɾ  ʔ ʔ  ʧ ʧ  ʤ ʤ  tʃ ʧ  dʒ ʤ
            tɕ ʧ  dʑ ʤ  ʨ ʧ  ʥ ʤ  ʈʂ ʧ  ɖʐ ʤ  ꭧ ʧ  ʦ ts  ʣ dz  ɕ ʃ  ʂ ʃ  ʑ ʒ  ʐ ʒ  ɧ ʃ
            x (h|k)  χ (h|k)  ç (h|k)  c (tj|ʧ)  ɟ (dj|ʤ)  ɲ n(j|)  ʎ l(j|)  ʝ j
            ɣ ɡ  ɢ ɡ  ʛ ɡ  ɠ ɡ  q k  ʁ ɹ  ʀ ɹ  ɻ ɹ  ɽ ɹ  ɺ ɹ  ʋ v  ⱱ v  β v  ɸ f  ʙ b  ɓ b  ɗ d  ʄ ʤ
            ʈ t  ɖ d  ɳ n  ɱ m  ɴ ŋ  ɫ l  ɭ l  ʟ l  ɬ l  ɮ l  ɥ w  ɰ w  ʍ w  ɦ h  ħ h  ʜ h
            """;

    /** Small letters after a sound. */
    private static final String SECONDARY = """
            ʲ (j|)  ʷ (w|)  ˞ ɹ
            """;

    /** Tones, breath, places of the tongue, pauses, ties: the lexicons do not write them. */
    private static final String IGNORED = "ʰʱˠˤʼˑʕʢˀ̤̥̪̬̯̰̹̺̻̼̽͜͡˔˕˖˗̝̞̟̠̘̙̜̈̆̊̋́̄̀̏̌̂᷄᷅᷈̑̚ⁿˡ˥˦˧˨˩ꜛꜜ↗↘‿|‖()";

    static final String PRIMARY_STRESS = "ˈ'’‘ʹ";
    static final String SECONDARY_STRESS = "ˌ,";
    static final String BREAKS = ".-·";
    static final String LONG = "ː:";
    static final String SYLLABIC = "̩̍";
    static final String NASAL = "̃";
    /** Around a pronunciation as a whole. */
    static final String WRAPPING = "/[]";

    private static final Map<String, Segment> SOUNDS = table();
    static final int LONGEST = SOUNDS.keySet().stream().mapToInt(String::length).max().orElseThrow();

    private IpaSounds() {}

    static Optional<Segment> sound(String written) {
        return Optional.ofNullable(SOUNDS.get(written));
    }

    static boolean isIgnored(char c) {
        return IGNORED.indexOf(c) >= 0;
    }

    private static Map<String, Segment> table() {
        Map<String, Segment> sounds = new HashMap<>();
        add(sounds, Kind.VOWEL, DIPHTHONGS);
        add(sounds, Kind.VOWEL, VOWELS);
        add(sounds, Kind.CONSONANT, CONSONANTS);
        add(sounds, Kind.CONSONANT, SECONDARY);
        return Map.copyOf(sounds);
    }

    private static void add(Map<String, Segment> sounds, Kind kind, String table) {
        String[] fields = table.strip().split("\\s+", -1);
        for (int i = 0; i < fields.length; i += 2) {
            sounds.put(Normalizer.normalize(fields[i], Normalizer.Form.NFD), new Segment(kind, fields[i + 1]));
        }
    }
}
