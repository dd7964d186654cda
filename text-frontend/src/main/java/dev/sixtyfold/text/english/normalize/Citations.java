package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The numbers of a law: § 12-105(b)(2), 42 U.S.C. § 300h(d), sections 12-310 to 12-312, Rule 10b-5,
 * Pub. L. 104-191; pp. 234ff. */
final class Citations implements Rule {

    private static final int LONGEST_LIST = 16;
    private static final Pattern PLACE = Pattern.compile(
            "(\\d{1,4})([a-z]{0,2})(?:([-–.])(\\d{1,4})([a-z]?))?((?:\\((?:[a-zA-Z]{1,4}|\\d{1,3})\\))*)(?![\\p{L}\\p{N}%]|[.:/]\\d)");
    private static final Pattern PUBLIC_LAW = Pattern
            .compile("(?:Pub\\. ?L\\.|P\\.L\\.) ?(?:(?:No\\.|Number) ?)?(\\d{2,3})[-–‑](\\d{1,4})(?![\\p{L}\\p{N}])");
    /** Pages from that one on. */
    private static final Pattern FOLLOWING = Pattern.compile("([1-9]\\d{0,3})ff\\.?(?![\\p{L}\\p{N}])");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\((\\w+)\\)");

    private final NumberWords words;

    Citations(NumberWords words) {
        this.words = words;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        if (!tokens.startsWithDigit(at)) {
            return tokens.text(at).startsWith("P") ? tokens.form(PUBLIC_LAW, at).flatMap(this::law) : Optional.empty();
        }
        Optional<Match> following = tokens.form(FOLLOWING, at).flatMap(this::following);
        if (following.isPresent()) {
            return following;
        }
        boolean sign = tokens.text(at - 1).startsWith("§");
        boolean second = tokens.lower(at - 1).matches("to|and|or|through")
                && (tokens.startsWithDigit(at - 2) || tokens.isAt(at - 2, ")")) && hasSign(tokens, at);
        return sign || second || isSection(tokens.lower(at - (tokens.isAt(at - 1, ".") ? 2 : 1)))
                ? tokens.form(PLACE, at).flatMap(form -> place(form, sign || second))
                : Optional.empty();
    }

    private Optional<Match> following(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(words.cardinal(form.group(1)));
        spoken.addAll(List.of("and", "following"));
        return Match.of(Decision.CODE, form.tokens(), spoken);
    }

    /** Of which congress, and which of its laws. */
    private Optional<Match> law(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(List.of("Public", "Law"));
        spoken.addAll(words.code(form.group(1)));
        spoken.addAll(words.code(form.group(2)));
        return Match.of(Decision.CODE, form.tokens(), spoken);
    }

    private static boolean hasSign(Tokens tokens, int at) {
        for (int i = Math.max(0, at - LONGEST_LIST); i < at; i++) {
            if (tokens.text(i).startsWith("§")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSection(String word) {
        return switch (word) {
            case "section", "sections", "article", "rule", "paragraph", "clause", "subsection", "sec", "art",
                    "regulation" ->
                true;
            default -> false;
        };
    }

    /** Section 501(c)(3) is five oh one. */
    private static boolean isSaidByHundreds(Tokens.Form form) {
        return form.has(6) && form.group(1).length() == 3 && form.group(1).charAt(1) == '0';
    }

    /** A plain number is left to other rules; two of them with a dash are one place only where the sign says so. */
    private Optional<Match> place(Tokens.Form form, boolean sign) {
        boolean plain = !form.has(2) && !form.has(4) && !form.has(6);
        boolean range = form.has(4) && !form.has(2) && !form.has(6) && !sign
                && form.group(1).length() >= form.group(4).length();
        boolean decimal = form.group(3).equals(".") && !form.has(6);
        boolean hours = form.group(2).matches("st|nd|rd|th|s");
        if (plain || range || decimal || hours) {
            return Optional.empty();
        }
        List<String> spoken = new ArrayList<>(isSaidByHundreds(form)
                ? words.code(form.group(1))
                : words.label(form.group(1)));
        spoken.addAll(form.has(2) ? List.of(form.group(2)) : List.of());
        if (form.has(4)) {
            spoken.addAll(form.group(3).equals(".") ? List.of("point") : List.of());
            spoken.addAll(words.code(form.group(4)));
            spoken.addAll(form.has(5) ? List.of(form.group(5)) : List.of());
        }
        IN_BRACKETS.matcher(form.group(6)).results().map(found -> found.group(1)).forEach(part -> spoken
                .addAll(Character.isDigit(part.charAt(0)) ? words.cardinal(part) : List.of(part)));
        return Match.of(Decision.CODE, form.tokens(), spoken);
    }
}
