package dev.sixtyfold.text.english.number;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Numbers in American English words, by ICU's spell-out rules. They are loaded when the first number is read, since most
 * sentences have none.
 */
public final class NumberWords {

    /** Longer ones nobody can follow as one number; they are read digit by digit. */
    private static final int LONGEST_CARDINAL = 15;

    private volatile RuleBasedNumberFormat[] format = {};

    /** 42: forty two. More digits than make sense as one number are read one by one, and so is 007. */
    public List<String> cardinal(String digits) {
        if (digits.length() > LONGEST_CARDINAL || digits.length() > 1 && digits.charAt(0) == '0') {
            return digits(digits);
        }
        return spell("%spellout-cardinal", digits);
    }

    /** 42: forty second. */
    public List<String> ordinal(String digits) {
        return digits.length() > LONGEST_CARDINAL ? digits(digits) : spell("%spellout-ordinal", digits);
    }

    /** The ordinal as one word, as days of the month are spoken. */
    public String day(String digits) {
        return String.join("-", ordinal(digits));
    }

    /** 1984: nineteen eighty four. */
    public List<String> year(String digits) {
        return digits.charAt(0) == '0' ? digits(digits) : spell("%spellout-numbering-year", digits);
    }

    /** 3.05: three point zero five; .5: point five. */
    public List<String> decimal(String whole, String fraction) {
        List<String> words = new ArrayList<>(whole.isEmpty() ? List.of() : cardinal(whole));
        words.add("point");
        words.addAll(digits(fraction));
        return words;
    }

    public List<String> digits(String digits) {
        return digits.chars().mapToObj(c -> digit(Character.digit(c, 10))).toList();
    }

    /** The number in a name, such as 380 in A380 or 1000 in X1000: hundreds are told from the rest; long ones in digits. */
    public List<String> code(String digits) {
        if (digits.length() > 4) {
            return digits(digits);
        }
        if (digits.length() == 4) {
            return year(digits);
        }
        if (digits.length() != 3 || digits.charAt(0) == '0' || digits.endsWith("00")) {
            return cardinal(digits);
        }
        List<String> words = new ArrayList<>(cardinal(digits.substring(0, 1)));
        if (digits.charAt(1) == '0') {
            words.add("O");
            words.addAll(cardinal(digits.substring(2)));
        } else {
            words.addAll(cardinal(digits.substring(1)));
        }
        return words;
    }

    private static String digit(int value) {
        return switch (value) {
            case 1 -> "one";
            case 2 -> "two";
            case 3 -> "three";
            case 4 -> "four";
            case 5 -> "five";
            case 6 -> "six";
            case 7 -> "seven";
            case 8 -> "eight";
            case 9 -> "nine";
            default -> "zero";
        };
    }

    private List<String> spell(String rules, String digits) {
        RuleBasedNumberFormat formatter = formatter();
        String words;
        // The format keeps state while it works.
        synchronized (formatter) {
            words = formatter.format(Long.parseLong(digits), rules);
        }
        return List.of(words.replace("oh-", "O-").split("[ -]"));
    }

    private RuleBasedNumberFormat formatter() {
        RuleBasedNumberFormat[] loaded = format;
        if (loaded.length == 0) {
            loaded = new RuleBasedNumberFormat[]{
                new RuleBasedNumberFormat(Locale.US, RuleBasedNumberFormat.SPELLOUT)};
            format = loaded;
        }
        return loaded[0];
    }
}
