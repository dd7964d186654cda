package dev.sixtyfold.text.english.unknown;

import dev.sixtyfold.text.english.reading.Dialect;
import dev.sixtyfold.text.english.reading.Phonemes;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands before a name as part of it: McGregor, MacArthur, O'Brien, D'Angelo, DeVito; and rock'n'roll. */
final class FamilyNames {

    private static final Pattern SON_OF = Pattern.compile("Ma?c(\\p{Lu}\\p{L}*)");
    private static final Pattern ELISION = Pattern.compile("([DdLlOo])'(\\p{L}+)");
    private static final Pattern PARTICLE = Pattern.compile("(De|Del|Di|Du|La|Le|Van|Von|Fitz)(\\p{Lu}\\p{Ll}+)");
    private static final Pattern AND = Pattern.compile("(\\p{L}+)'n'(\\p{L}+)");

    private final Dialect dialect;

    FamilyNames(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * The phonemes of such a name; nothing if it is another.
     *
     * @param rest
     *            reads the name without what stands before it
     */
    Optional<String> read(String name, UnaryOperator<String> rest) {
        Matcher matcher = SON_OF.matcher(name);
        if (matcher.matches()) {
            return Optional.of(sonOf(rest.apply(matcher.group(1))));
        }
        matcher = ELISION.matcher(name);
        if (matcher.matches()) {
            return Optional.of(elided(matcher.group(1), rest.apply(matcher.group(2))));
        }
        matcher = PARTICLE.matcher(name);
        if (matcher.matches()) {
            return Optional.of(particle(matcher.group(1)) + rest.apply(matcher.group(2)));
        }
        matcher = AND.matcher(name);
        return matcher.matches()
                ? Optional.of(rest.apply(matcher.group(1)) + "ən" + rest.apply(matcher.group(2)))
                : Optional.empty();
    }

    /** One k is heard where two meet, and none before a g: McGregor, McKinsey. */
    private static String sonOf(String name) {
        char first = firstSound(name);
        return (first == 'k' || first == 'ɡ' ? "mə" : "mək") + name;
    }

    private String elided(String letter, String name) {
        return switch (letter) {
            case "O", "o" -> (dialect == Dialect.BRITISH ? "Q" : "O") + name;
            case "D", "d" -> (Phonemes.isVowel(firstSound(name)) ? "d" : "də") + name;
            default -> (Phonemes.isVowel(firstSound(name)) ? "l" : "lə") + name;
        };
    }

    private String particle(String particle) {
        return switch (particle) {
            case "De" -> "də";
            case "Del" -> "dɛl";
            case "Di" -> "di";
            case "Du" -> "du";
            case "La", "Le" -> "lə";
            case "Van" -> dialect == Dialect.BRITISH ? "van" : "væn";
            case "Von" -> dialect == Dialect.BRITISH ? "vɒn" : "vɑn";
            default -> "fɪts";
        };
    }

    private static char firstSound(String phonemes) {
        for (int i = 0; i < phonemes.length(); i++) {
            if (Phonemes.isVowel(phonemes.charAt(i)) || Phonemes.isConsonant(phonemes.charAt(i))) {
                return phonemes.charAt(i);
            }
        }
        return ' ';
    }
}
