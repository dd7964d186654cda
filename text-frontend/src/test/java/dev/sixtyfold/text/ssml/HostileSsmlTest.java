package dev.sixtyfold.text.ssml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import dev.sixtyfold.text.markup.MarkedText;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are broken, or made to break something. */
@Timeout(30)
class HostileSsmlTest {

    private static final int LARGE = 200_000;

    private final SsmlReader reader = new SsmlReader((alphabet, phonemes) -> phonemes, 200);

    @ParameterizedTest
    @ValueSource(strings = {"<speak>a & b</speak>", "<speak>a < b</speak>", "<speak>a", "<speak><p>a</speak></p>", "a",
        "<speak a=1>a</speak>", "<speak a='1' a='2'>a</speak>", "<speak>a</speak>b", "<speak>a</speak><speak>b</speak>",
        "<speak>\u0001</speak>", "<speak>\uD83D</speak>", "<speak>\uFFFF</speak>", "<speak>&#0;</speak>",
        "<speak>&#xD800;</speak>", "<speak>&nbsp;</speak>", "<speak>&amp</speak>", "<speak a='&x;'>a</speak>",
        "<speak>]]></speak>", "<speak><!-- -- --></speak>", "<", "<speak", "<speak>&", "<speak><![CDATA[", "<!--",
        "<!DOCTYPE speak [<!ENTITY a \u0007'aa'>]><speak>a</speak>"})
    void notWellFormed(String ssml) {
        assertThatThrownBy(() -> reader.read(ssml)).isInstanceOf(InvalidRequest.class)
                .hasMessageMatching("(?s)input\\.ssml: line \\d+, column \\d+: .+");
    }

    @Test
    void theErrorSaysWhere() {
        assertThatThrownBy(() -> reader.read("<speak>\n  <s>one</p>\n</speak>"))
                .hasMessageStartingWith("input.ssml: line 2, column").hasMessageContaining("not well-formed");
    }

    @Test
    void pausesAreBoundedInAll() {
        String pause = "<break time='20s'/>";
        assertThat(reader.read("<speak>a" + pause.repeat(30) + "</speak>").text()).isEqualTo("a");
        assertThatThrownBy(() -> reader.read("<speak>a" + pause.repeat(31) + "</speak>"))
                .hasMessageStartingWith("input.ssml: line 1, column " + (9 + 30 * pause.length()) + ": ")
                .hasMessageContaining("longer than 600s in all");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "<!DOCTYPE speak><speak>a</speak> | document type",
        "<!DOCTYPE speak SYSTEM 'file:///etc/passwd'><speak>a</speak> | document type",
        "<!DOCTYPE s [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><speak>&x;</speak> | document type",
        "<speak><?php echo 1 ?>a</speak> | processing instruction",
        "<?xml-stylesheet href='x'?><speak>a</speak> | processing instruction",
        "<html>a</html> | must be <speak>", "<speak><break time='99999999s'/></speak> | at most 20s",
        "<speak> <s/> </speak> | no text"})
    void notAllowed(String ssml, String problem) {
        assertThatThrownBy(() -> reader.read(ssml)).isInstanceOf(InvalidRequest.class).hasMessageContaining(problem);
    }

    @Test
    void entityBombsDoNotGoOff() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE speak [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY e" + i + " \"&e" + (i - 1) + ";&e" + (i - 1) + ";\">");
        }
        bomb.append("]><speak>&e39;</speak>");

        assertThatThrownBy(() -> reader.read(bomb.toString())).isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("document type");
    }

    @Test
    void deepNesting() {
        String open = "<p>".repeat(LARGE);

        assertThatThrownBy(() -> reader.read("<speak>" + open + "a" + "</p>".repeat(LARGE) + "</speak>"))
                .isInstanceOf(InvalidRequest.class).hasMessageContaining("nested more than");
    }

    @Test
    void hugeAttributes() {
        assertThatThrownBy(() -> reader.read("<speak><sub alias='" + "a".repeat(LARGE) + "'>a</sub></speak>"))
                .isInstanceOf(InvalidRequest.class).hasMessageContaining("attribute of more than");

        StringBuilder many = new StringBuilder("<speak ");
        for (int i = 0; i < 5_000; i++) {
            many.append("a" + i + "='1' ");
        }
        assertThatThrownBy(() -> reader.read(many + ">a</speak>")).isInstanceOf(InvalidRequest.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>x</b>", "&amp;", "<break strength='none'/>", "a ", "<!-- -->", "<![CDATA[x]]>",
        "<mark name='a'/>"})
    void longDocumentsAreReadInLinearTime(String piece) {
        MarkedText marked = reader.read("<speak>a" + piece.repeat(LARGE) + "</speak>");

        assertThat(marked.text()).startsWith("a");
        assertThat(marked.notes()).hasSizeLessThanOrEqualTo(100);
    }

    /** Documents with random damage: each is read or refused with a place. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void damage(long seed) {
        Random random = new Random(seed);
        String whole = "<?xml version='1.0'?><speak><p>A &amp; <s>b<break time=\"1s\"/></s><!-- c --><![CDATA[d]]>"
                + "<prosody rate='80%'>\uD83D\uDE00</prosody><say-as interpret-as='date'>1/2/3</say-as></p></speak>";
        String signs = "<>&;'\"/!?-[]= \n\uD83Da";
        int read = 0;
        for (int round = 0; round < 3000; round++) {
            StringBuilder damaged = new StringBuilder(whole);
            for (int i = random.nextInt(4); i >= 0; i--) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.deleteCharAt(at);
                    case 1 -> damaged.insert(at, signs.charAt(random.nextInt(signs.length())));
                    default -> damaged.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
                }
            }
            try {
                MarkedText marked = reader.read(damaged.toString());
                int end = damaged.codePointCount(0, damaged.length());
                assertThat(marked.starts()[marked.text().length()]).isEqualTo(end);
                assertThat(marked.ends()).isSorted();
                assertThat(Arrays.stream(marked.ends()).max().orElse(0)).isLessThanOrEqualTo(end);
                read++;
            } catch (InvalidRequest e) {
                assertThat(e.getMessage()).startsWith("input.ssml: ");
            }
        }
        assertThat(read).isBetween(100, 2900);
    }
}
