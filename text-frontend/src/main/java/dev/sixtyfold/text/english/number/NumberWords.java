package dev.sixtyfold.text.english.number;

import dev.sixtyfold.text.english.reading.Dialect;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers in English words, lower case and without hyphens. Both dialects say "and" before the last two figures of a count
 * ("one thousand and five"); British English says it within every group of three and in ordinals and years too. No
 * ready-made speller keeps them apart, so the groups are put together here.
 */
public final class NumberWords {

    private static final List<String> SMALL = List.of("zero", "one", "two", "three", "four", "five", "six", "seven",
            "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen", "nineteen");
    private static final List<String> TENS = List.of("", "ten", "twenty", "thirty", "forty", "fifty", "sixty",
            "seventy", "eighty", "ninety");
    private static final List<String> SCALES = List.of("", "thousand", "million", "billion", "trillion", "quadrillion",
            "quintillion", "sextillion", "septillion", "octillion", "nonillion", "decillion");
    /** Longer ones have no name in use; they are read digit by digit. */
    private static final int LONGEST_CARDINAL = 3 * SCALES.size();

    /** Where "and" stands between hundreds and the rest. */
    private enum And {
        NOWHERE, IN_LAST_GROUP, IN_EVERY_GROUP
    }

    private final Dialect dialect;

    public NumberWords(Dialect dialect) {
        this.dialect = dialect;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** 142: one hundred and forty two. More digits than have a name are read one by one, and so is 007. */
    public List<String> cardinal(String digits) {
        return spell(digits, isBritish() ? And.IN_EVERY_GROUP : And.IN_LAST_GROUP);
    }

    /** The number of a thing rather than a count: American English leaves the "and" out. */
    public List<String> label(String digits) {
        return spell(digits, isBritish() ? And.IN_EVERY_GROUP : And.NOWHERE);
    }

    /** 42: forty second. */
    public List<String> ordinal(String digits) {
        List<String> words = new ArrayList<>(label(digits));
        words.add(ordinal(words.removeLast(), words));
        return words;
    }

    private static String ordinal(String last, List<String> before) {
        return switch (last) {
            case "one" -> "first";
            case "two" -> "second";
            case "three" -> "third";
            case "five" -> "fifth";
            case "eight" -> "eighth";
            case "nine" -> "ninth";
            case "twelve" -> "twelfth";
            case "and" -> throw new IllegalArgumentException("a number ends with \"and\": " + before);
            default -> last.endsWith("y") ? last.substring(0, last.length() - 1) + "ieth" : last + "th";
        };
    }

    /** 1984: nineteen eighty four; 1905: nineteen oh five; 2006: two thousand six, British two thousand and six. */
    public List<String> year(String digits) {
        if (digits.length() == 3) {
            return code(digits);
        }
        if (digits.length() != 4 || digits.charAt(0) == '0') {
            return cardinal(digits);
        }
        String century = digits.substring(0, 2);
        boolean millennium = century.charAt(1) == '0';
        if (millennium && digits.charAt(2) == '0') {
            return label(digits);
        }
        return pairs(digits);
    }

    /** 2788: twenty seven eighty eight; 1200: twelve hundred; 1905: nineteen oh five; 3000: three thousand. */
    public List<String> pairs(String digits) {
        if (digits.length() != 4 || digits.charAt(0) == '0' || digits.endsWith("000")) {
            return label(digits);
        }
        List<String> words = new ArrayList<>(label(digits.substring(0, 2)));
        if (digits.endsWith("00")) {
            words.add("hundred");
        } else {
            words.addAll(rest(digits.substring(2)));
        }
        return words;
    }

    /** Two figures after others: 05 is oh five. */
    private List<String> rest(String digits) {
        return digits.charAt(0) == '0' ? List.of("oh", word(Character.digit(digits.charAt(1), 10))) : label(digits);
    }

    /** 3.05: three point zero five; .5: point five. */
    public List<String> decimal(String whole, String fraction) {
        List<String> words = new ArrayList<>(whole.isEmpty() ? List.of() : cardinal(whole));
        words.add("point");
        words.addAll(digits(fraction));
        return words;
    }

    /** 3/4: three quarters; 1/100: one one hundredth. */
    public List<String> fraction(String numerator, String denominator) {
        List<String> spoken = new ArrayList<>(cardinal(numerator));
        spoken.addAll(part(denominator, !numerator.equals("1")));
        return spoken;
    }

    private List<String> part(String denominator, boolean plural) {
        return switch (denominator) {
            case "1" -> List.of("over", "one");
            case "2" -> List.of(plural ? "halves" : "half");
            case "4" -> List.of(plural ? "quarters" : "quarter");
            default -> {
                List<String> ordinal = new ArrayList<>(ordinal(denominator));
                if (plural) {
                    ordinal.add(ordinal.removeLast() + "s");
                }
                yield ordinal;
            }
        };
    }

    public List<String> digits(String digits) {
        return digits.chars().mapToObj(c -> word(Character.digit(c, 10))).toList();
    }

    /** The number in a name, such as 380 in A380, 9001 in ISO 9001 or 1000 in X1000: hundreds are told from the rest; long ones in digits. */
    public List<String> code(String digits) {
        if (digits.length() > 4 || (digits.length() > 1 && digits.charAt(0) == '0')) {
            return digits(digits);
        }
        if (digits.length() == 4) {
            boolean millennium = digits.startsWith("00", 1) && (digits.charAt(0) != '1' || digits.charAt(3) == '0');
            return millennium ? label(digits) : pairs(digits);
        }
        if (digits.length() != 3 || digits.endsWith("00")) {
            return label(digits);
        }
        List<String> words = new ArrayList<>(List.of(word(Character.digit(digits.charAt(0), 10))));
        words.addAll(rest(digits.substring(1)));
        return words;
    }

    private boolean isBritish() {
        return dialect == Dialect.BRITISH;
    }

    private static String word(int value) {
        return SMALL.get(Math.max(value, 0));
    }

    private List<String> spell(String digits, And and) {
        boolean leadingZero = digits.length() > 1 && digits.charAt(0) == '0';
        if (leadingZero || digits.length() > LONGEST_CARDINAL) {
            return digits(digits);
        }
        if (digits.equals("0")) {
            return List.of(word(0));
        }
        List<String> words = new ArrayList<>();
        int groups = (digits.length() + 2) / 3;
        int at = 0;
        for (int scale = groups - 1; scale >= 0; scale--) {
            int end = digits.length() - 3 * scale;
            int value = Integer.parseInt(digits, at, end, 10);
            at = end;
            if (value > 0) {
                group(value, and == And.IN_EVERY_GROUP || (and == And.IN_LAST_GROUP && scale == 0),
                        scale == 0 && !words.isEmpty() && and != And.NOWHERE, words);
                if (scale > 0) {
                    words.add(SCALES.get(scale));
                }
            }
        }
        return words;
    }

    private static void group(int value, boolean and, boolean andBeforeSmall, List<String> words) {
        int rest = value % 100;
        if (value >= 100) {
            words.add(word(value / 100));
            words.add("hundred");
        }
        if (rest > 0 && (value >= 100 ? and : andBeforeSmall)) {
            words.add("and");
        }
        if (rest >= SMALL.size()) {
            words.add(TENS.get(rest / 10));
            rest %= 10;
        }
        if (rest > 0) {
            words.add(word(rest));
        }
    }
}
