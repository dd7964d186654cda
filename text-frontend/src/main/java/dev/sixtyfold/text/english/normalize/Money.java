package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberReader;
import dev.sixtyfold.text.english.number.Numeral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** $5, $5.50, £3.2 billion, 50 USD, 5¢. */
final class Money implements Rule {

    private final Glossary glossary;
    private final NumberReader numbers;

    Money(Glossary glossary, NumberReader numbers) {
        this.glossary = glossary;
        this.numbers = numbers;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        Optional<List<String>> signBefore = glossary.names().currencies().find(tokens.text(at));
        if (signBefore.isPresent()) {
            return tokens.numeral(at + 1).filter(numeral -> numeral.ending().isEmpty())
                    .flatMap(amount -> read(amount, tokens.text(at), signBefore.get(), tokens.text(at + 2)));
        }
        Optional<List<String>> signAfter = glossary.names().currencies().find(tokens.text(at + 1));
        boolean isCode = !tokens.text(at + 1).isEmpty() && Character.isLetter(tokens.text(at + 1).charAt(0));
        return signAfter.isEmpty() || !(isCode || tokens.isGlued(at))
                ? Optional.empty()
                : tokens.numeral(at).filter(numeral -> numeral.ending().isEmpty())
                        .flatMap(amount -> read(amount, tokens.text(at + 1), signAfter.get(), ""));
    }

    private Optional<Match> read(Numeral amount, String sign, List<String> names, String next) {
        List<String> spoken = new ArrayList<>();
        if (isScale(next)) {
            spoken.addAll(numbers.readAmount(amount));
            spoken.add(next);
            spoken.add(names.getLast());
            return Match.number(3, spoken);
        }
        Optional<List<String>> smallNames = smallCoin(sign);
        if (amount.fraction().length() != 2 || smallNames.isEmpty()) {
            spoken.addAll(numbers.readAmount(amount));
            spoken.add(amount.is(1) ? names.getFirst() : names.getLast());
            return Match.number(2, spoken);
        }
        boolean whole = !amount.whole().matches("0*");
        if (whole) {
            spoken.addAll(numbers.readAmount(withoutFraction(amount, amount.whole())));
            spoken.add(amount.whole().equals("1") ? names.getFirst() : names.getLast());
        }
        String cents = amount.fraction().startsWith("0") ? amount.fraction().substring(1) : amount.fraction();
        if (!cents.equals("0") || !whole) {
            if (whole) {
                spoken.add("and");
            }
            spoken.addAll(numbers.readAmount(withoutFraction(amount, cents)));
            spoken.add(cents.equals("1") ? smallNames.get().getFirst() : smallNames.get().getLast());
        }
        return Match.number(2, spoken);
    }

    private static Numeral withoutFraction(Numeral amount, String whole) {
        return new Numeral("", whole, amount.grouped(), "", "");
    }

    private static Optional<List<String>> smallCoin(String sign) {
        return switch (sign) {
            case "$", "USD", "€", "EUR" -> Optional.of(List.of("cent", "cents"));
            case "£", "GBP" -> Optional.of(List.of("penny", "pence"));
            default -> Optional.empty();
        };
    }

    private static boolean isScale(String word) {
        return switch (word) {
            case "hundred", "thousand", "million", "billion", "trillion" -> true;
            default -> false;
        };
    }
}
