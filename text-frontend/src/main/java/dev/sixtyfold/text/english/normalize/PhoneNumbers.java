package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 555-1234, 555-123-4567, 1-800-555-1234: digit by digit. */
final class PhoneNumbers implements Rule {

    private final NumberWords words;

    PhoneNumbers(NumberWords words) {
        this.words = words;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        List<String> spoken = new ArrayList<>();
        StringBuilder lengths = new StringBuilder();
        int last = at;
        while (isDigits(tokens.text(last)) && tokens.text(last).length() <= 4) {
            spoken.addAll(words.digits(tokens.text(last)));
            lengths.append(tokens.text(last).length());
            if (!tokens.isGlued(last) || !tokens.isAt(last + 1, "-") || !tokens.isGlued(last + 1)) {
                break;
            }
            last += 2;
        }
        return switch (lengths.toString()) {
            case "34", "334", "1334" -> Match.number(last - at + 1, spoken);
            default -> Optional.empty();
        };
    }

    private static boolean isDigits(String token) {
        return !token.isEmpty() && token.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
