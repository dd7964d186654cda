package dev.sixtyfold.text.alphabet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** X-SAMPA as IPA. */
final class XSampaReader {

    /** Letters that stand for another; the rest of the small letters are those of the IPA. */
    private static final String SYMBOLS = """
            A ɑ  { æ  6 ɐ  Q ɒ  E ɛ  @ ə  3 ɜ  I ɪ  O ɔ  U ʊ  V ʌ  1 ɨ  } ʉ  M ɯ  2 ø  9 œ  & ɶ  7 ɤ  8 ɵ  @\\ ɘ  3\\ ɞ
            Y ʏ  I\\ ᵻ  U\\ ᵿ  @` ɚ  3` ɝ
            B β  C ç  D ð  F ɱ  G ɣ  H ɥ  J ɲ  K ɬ  L ʎ  N ŋ  P ʋ  R ʁ  S ʃ  T θ  W ʍ  X χ  Z ʒ  ? ʔ  4 ɾ  5 ɫ  g ɡ
            b_< ɓ  d_< ɗ  g_< ɠ  G\\_< ʛ  J\\_< ʄ  d` ɖ  h\\ ɦ  j\\ ʝ  l` ɭ  l\\ ɺ  n` ɳ  p\\ ɸ  r` ɽ  r\\ ɹ  r\\` ɻ
            s` ʂ  s\\ ɕ  t` ʈ  v\\ ʋ  x\\ ɧ  z` ʐ  z\\ ʑ  B\\ ʙ  G\\ ɢ  H\\ ʜ  J\\ ɟ  K\\ ɮ  L\\ ʟ  M\\ ɰ  N\\ ɴ  R\\ ʀ
            X\\ ħ  ?\\ ʕ  <\\ ʢ
            " ˈ  % ˌ  : ː  :\\ ˑ  . .  - -  = ̩  _= ̩  ~ ̃  _~ ̃  ` ˞  ' ʲ  _j ʲ  _w ʷ
            """;

    /** Fine detail that is not spoken: breath, places of the tongue, tones. */
    private static final String IGNORED = """
            _h _0 _v _d _a _m _t _k _o _r _c _O _+ _- _/ _\\ _" _x _X _> _} _l _n _N _A _q _G _e _?\\ _^ _H _T _B _M _L
            _F _R _1 _2 _3 _4 _5 _6 _ ! ^ | || ( )
            """;

    private static final Map<String, String> TABLE = table();
    private static final int LONGEST = TABLE.keySet().stream().mapToInt(String::length).max().orElseThrow();

    private XSampaReader() {}

    static List<Segment> read(String written) {
        List<String> ipa = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        int at = 0;
        int position = 0;
        while (at < written.length()) {
            int length = lengthAt(written, at);
            int codePoint = written.codePointAt(at);
            if (length > 0) {
                ipa.add(TABLE.get(written.substring(at, at + length)));
                positions.add(position);
                at += length;
                position += length;
            } else if ((codePoint >= 'a' && codePoint <= 'z') || Character.isWhitespace(codePoint)
                    || (IpaSounds.WRAPPING.indexOf(codePoint) >= 0 && (at == 0 || at == written.length() - 1))) {
                ipa.add(Character.toString(codePoint));
                positions.add(position);
                at++;
                position++;
            } else {
                String symbol = Character.toString(codePoint);
                throw new UnreadablePhonemesException("the symbol \"" + symbol
                        + "\" at position %d is not of X-SAMPA".formatted(position + 1), position, symbol);
            }
        }
        return IpaReader.read(ipa, positions);
    }

    /** Length of the longest entry of the table that stands here, 0 for none. */
    private static int lengthAt(String written, int at) {
        for (int length = Math.min(LONGEST, written.length() - at); length > 0; length--) {
            if (TABLE.containsKey(written.substring(at, at + length))) {
                return length;
            }
        }
        return 0;
    }

    private static Map<String, String> table() {
        Map<String, String> table = new HashMap<>();
        String[] fields = SYMBOLS.strip().split("\\s+", -1);
        for (int i = 0; i < fields.length; i += 2) {
            table.put(fields[i], fields[i + 1]);
        }
        for (String ignored : IGNORED.strip().split("\\s+", -1)) {
            table.put(ignored, "");
        }
        return Map.copyOf(table);
    }
}
