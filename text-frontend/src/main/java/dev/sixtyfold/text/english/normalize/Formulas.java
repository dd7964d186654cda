package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chemical formulas: H2O, CO2, Ca(OH)2 as far as they are one word, NaCl. Symbols are spelled, counts are numbers. */
final class Formulas implements Rule {

    private static final int LONGEST = 24;
    private static final int LONGEST_COUNT = 3;
    private static final Set<String> ELEMENTS = Set.of("H", "He", "Li", "Be", "B", "C", "N", "O", "F", "Ne", "Na", "Mg",
            "Al", "Si", "P", "S", "Cl", "Ar", "K", "Ca", "Sc", "Ti", "V", "Cr", "Mn", "Fe", "Co", "Ni", "Cu", "Zn",
            "Ga", "Ge", "As", "Se", "Br", "Kr", "Rb", "Sr", "Y", "Zr", "Nb", "Mo", "Ru", "Rh", "Pd", "Ag", "Cd", "In",
            "Sn", "Sb", "Te", "I", "Xe", "Cs", "Ba", "La", "Ce", "Nd", "Sm", "Eu", "Gd", "W", "Pt", "Au", "Hg", "Tl",
            "Pb", "Bi", "Po", "Rn", "Ra", "Th", "U", "Pu");

    private final NumberWords numbers;

    Formulas(NumberWords numbers) {
        this.numbers = numbers;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        String text = tokens.text(at);
        return text.length() < 3 || text.length() > LONGEST || !Character.isUpperCase(text.charAt(0))
                ? Optional.empty()
                : read(text);
    }

    private Optional<Match> read(String text) {
        List<String> spoken = new ArrayList<>();
        int elements = 0;
        boolean counted = false;
        boolean twoLetters = false;
        String previous = "";
        int at = 0;
        while (at < text.length()) {
            int end = at + 2 <= text.length() && ELEMENTS.contains(text.substring(at, at + 2)) ? at + 2 : at + 1;
            String element = text.substring(at, end);
            // WW2 and BB8 are none: nobody writes an element twice in a row.
            if (!ELEMENTS.contains(element) || element.equals(previous)) {
                return Optional.empty();
            }
            element.chars().forEach(c -> spoken.add(Character.toString(Character.toUpperCase(c))));
            twoLetters |= element.length() == 2;
            elements++;
            previous = element;
            at = end;
            while (end < text.length() && Character.isDigit(text.charAt(end))) {
                end++;
            }
            if (end - at > LONGEST_COUNT || (end > at && text.charAt(at) == '0')) {
                return Optional.empty();
            }
            if (end > at) {
                spoken.addAll(numbers.cardinal(text.substring(at, end)));
                counted = true;
            }
            at = end;
        }
        // One symbol with a number (C24, As3) is the name of something else; capitals alone are initials.
        boolean salt = twoLetters && (text.endsWith("Cl") || text.endsWith("Br") || text.endsWith("OH"));
        return elements > 1 && (counted || salt)
                ? Optional.of(new Match(1, spoken, Decision.CODE))
                : Optional.empty();
    }
}
