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

    /** Those of two elements with one letter each and a number at the end. */
    private static final Set<String> SMALL = Set.of("CO2", "CO3", "NO2", "NO3", "SO2", "SO3", "SO4", "PO4", "NH3",
            "NH4", "NH2", "CH2", "CH3", "CH4", "PH3", "BH3", "BF3", "CF4", "NF3", "SF4", "SF6", "UF4", "UF6", "UO2",
            "HO2", "CS2", "VO2", "WO3", "WS2", "PF5", "PF3", "OH2", "OF2", "KO2", "IO3", "BO3", "HF2");

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
        // PS5 and C3PO are names.
        boolean name = !twoLetters && elements == 2 && text.length() == 3 && Character.isDigit(text.charAt(2))
                && !SMALL.contains(text);
        // One symbol with a number (C24, As3) is the name of something else; capitals alone are initials.
        boolean salt = twoLetters && (text.endsWith("Cl") || text.endsWith("Br") || text.endsWith("OH"));
        return elements > 1 && (counted || salt) && !name
                ? Optional.of(new Match(1, spoken, Decision.CODE))
                : Optional.empty();
    }
}
