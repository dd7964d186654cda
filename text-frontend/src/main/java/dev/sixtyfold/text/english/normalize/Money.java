package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.normalize.Currencies.Currency;
import dev.sixtyfold.text.english.number.NumberReader;
import dev.sixtyfold.text.english.number.Numeral;
import dev.sixtyfold.text.english.reading.Decision;
import dev.sixtyfold.text.english.reading.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** $5, $5.50, £3.2 billion, €1.5m, $250-$300, $5-10, $350/yr, £650 pcm, 50 USD, 5¢, US$20, a $5 bill, ₹500/-; British 50p. */
final class Money implements Rule {

    private static final String FIGURES = Numeral.FIGURES.substring("[-−+]?".length());
    private static final String SCALE = "(?:[ -]?(" + Scales.WORDS + "|" + Scales.SPACED + ")|(" + Scales.GLUED
            + "))?";
    private static final String END = "(?![\\p{L}\\p{N}])";
    /** What advertisements write after a price. */
    private static final Map<String, String> SHORT_PER = Map.of("pp", "per person", "pppn", "per person per night",
            "pn",
            "per night", "pw", "per week", "pcm", "per calendar month", "pa", "per annum", "ph", "per hour");
    private static final Pattern DECIMAL_COMMA = Pattern
            .compile("([€$£]) ?(\\d{1,3}(?:\\.\\d{3})+|\\d+),(\\d{2})(?![\\p{L}\\p{N},])");
    private static final Pattern DECIMAL_COMMA_LAST = Pattern
            .compile("(\\d{1,3}(?:\\.\\d{3})+|\\d+),(\\d{2}) ?(€)(?![\\p{L}\\p{N}])");
    /** "$20 USD": which dollar it is. */
    private static final Pattern CODE_AFTER = Pattern.compile(" ?(USD|CAD|AUD|NZD|HKD|SGD|TWD|MXN)(?![\\p{L}\\p{N}])");
    private static final Pattern PENCE = Pattern.compile("(\\d{1,2}(?:\\.\\d+)?)p(?![\\p{L}\\p{N}])");
    private static final Pattern PER = Pattern.compile("(?:/ ?|per )(\\p{L}+\\.?)(?![\\p{L}\\p{N}])");

    /** Codes that stand beside small figures for something else: PHP 8.1, COP 26, 3 SAR teams. */
    private static final Set<String> AMBIGUOUS = Set.of("PHP", "COP", "SAR");
    private static final int LEAST_DIGITS = 3;

    private final Currencies currencies;
    private final Units units;
    private final Neighbours neighbours;
    private final NumberReader numbers;
    private final Pattern signFirst;
    private final Pattern range;
    private final Pattern signLast;

    Money(Currencies currencies, Units units, Neighbours neighbours, NumberReader numbers) {
        this.currencies = currencies;
        this.units = units;
        this.neighbours = neighbours;
        this.numbers = numbers;
        String before = currencies.pattern(sign -> !Character.isLowerCase(sign.codePointAt(0)));
        String after = currencies.pattern(sign -> true);
        this.signFirst = Pattern.compile("([-−+]?)(" + before + ") ?([-−]?" + FIGURES + ")" + SCALE + "(?: ?("
                + String.join("|", SHORT_PER.keySet()) + "))?" + END + "(?:/-" + END + ")?");
        this.range = Pattern.compile("(" + before + ") ?(" + FIGURES + ")(?: ?[-–—] ?| to )(" + FIGURES + ")" + SCALE
                + END);
        this.signLast = Pattern.compile("(" + Numeral.FIGURES + ")(?: (" + Scales.WORDS + ")|(" + Scales.GLUED
                + "))? ?(" + after + ")(?![\\p{L}\\p{N}$])");
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        if (tokens.startsWithDigit(at)) {
            return tokens.form(DECIMAL_COMMA_LAST, at)
                    .flatMap(form -> decimalComma(form, form.group(3), form.group(1), form.group(2)))
                    .or(() -> tokens.form(signLast, at).flatMap(form -> signLast(form, tokens, at)))
                    .map(match -> per(match, tokens, at))
                    .or(() -> tokens.form(PENCE, at).flatMap(this::pence));
        }
        if (!tokens.hasFigures() || !isSign(tokens, at)) {
            return Optional.empty();
        }
        return tokens.form(range, at).flatMap(this::range)
                .or(() -> tokens.form(DECIMAL_COMMA, at)
                        .flatMap(form -> decimalComma(form, form.group(1), form.group(2), form.group(3))))
                .or(() -> tokens.form(signFirst, at).flatMap(form -> signFirst(form, tokens, at)))
                .map(match -> per(match, tokens, at));
    }

    private boolean isSign(Tokens tokens, int at) {
        return currencies.find(tokens.text(at)).isPresent() || tokens.isDash(at) || tokens.isAt(at, "+")
                || (tokens.isGlued(at) && currencies.find(tokens.text(at) + tokens.text(at + 1)).isPresent());
    }

    private Optional<Match> signFirst(Tokens.Form form, Tokens tokens, int at) {
        Optional<Tokens.Form> code = form.group(2).equals("$")
                ? tokens.form(CODE_AFTER, at + form.tokens())
                : Optional.empty();
        Optional<Currency> currency = currencies
                .find(code.map(found -> found.group(1).replace("USD", "US$")).orElse(form.group(2)));
        Optional<Numeral> amount = Numeral.parse(form.group(3));
        if (currency.isEmpty() || amount.isEmpty() || isSomethingElse(form.group(2), amount.get())) {
            return Optional.empty();
        }
        List<String> spoken = new ArrayList<>();
        if (form.has(1)) {
            spoken.add(form.group(1).equals("+") ? "plus" : "minus");
        }
        String scale = form.has(4) ? form.group(4) : form.group(5);
        spoken.addAll(isAdjective(tokens, at, form.tokens())
                ? adjective(amount.get(), currency.get(), scale)
                : amount(amount.get(), currency.get(), scale));
        spoken.addAll(form.has(6) ? List.of(SHORT_PER.getOrDefault(form.group(6), "").split(" ")) : List.of());
        return Match.of(Decision.MONEY, form.tokens() + code.map(Tokens.Form::tokens).orElse(0), spoken);
    }

    private static boolean isSomethingElse(String sign, Numeral amount) {
        return AMBIGUOUS.contains(sign) && amount.whole().length() < LEAST_DIGITS;
    }

    /** "a $5 bill", "a $10-a-day habit", "two $20 bills": five dollar. */
    private boolean isAdjective(Tokens tokens, int at, int count) {
        boolean article = tokens.lower(at - 1).equals("a") || tokens.lower(at - 1).equals("an");
        boolean denominated = tokens.isSpacedFrom(at + count)
                && neighbours.is(Neighbours.Kind.DENOMINATED, tokens.lower(at + count));
        boolean hyphen = tokens.isGlued(at + count - 1) && tokens.isDash(at + count) && tokens.isWord(at + count + 1)
                && !tokens.isAt(at + count + 1, "plus");
        boolean word = tokens.isSpacedFrom(at + count) && tokens.isWord(at + count)
                && !isFunctionWord(tokens.lower(at + count));
        return hyphen || denominated || (article && word);
    }

    private static boolean isFunctionWord(String word) {
        return switch (word) {
            case "a", "an", "the", "per", "each", "for", "to", "in", "on", "at", "of", "and", "or", "but", "is", "was",
                    "from", "by", "more", "less", "with", "when", "if", "so" ->
                true;
            default -> false;
        };
    }

    private List<String> adjective(Numeral amount, Currency currency, String scale) {
        List<String> spoken = new ArrayList<>(amount(amount, currency, scale));
        List<String> many = currency.words(false);
        if (spoken.size() >= many.size() && spoken.subList(spoken.size() - many.size(), spoken.size()).equals(many)) {
            spoken.subList(spoken.size() - many.size(), spoken.size()).clear();
            spoken.addAll(currency.words(true));
        }
        return spoken;
    }

    private Optional<Match> range(Tokens.Form form) {
        Optional<Currency> currency = currencies.find(form.group(1));
        Optional<Numeral> from = Numeral.parse(form.group(2));
        Optional<Numeral> to = Numeral.parse(form.group(3));
        if (currency.isEmpty() || from.isEmpty() || to.isEmpty() || isSomethingElse(form.group(1), to.get())) {
            return Optional.empty();
        }
        List<String> spoken = new ArrayList<>(numbers.readAmount(from.get()));
        spoken.add("to");
        spoken.addAll(amount(to.get(), currency.get(), form.has(4) ? form.group(4) : form.group(5)));
        return Match.of(Decision.MONEY, form.tokens(), spoken);
    }

    /** €5,50 as most of Europe writes it. */
    private Optional<Match> decimalComma(Tokens.Form form, String sign, String whole, String fraction) {
        Numeral amount = new Numeral("", whole.replace(".", ""), false, fraction, "");
        return currencies.find(sign)
                .flatMap(currency -> Match.of(Decision.MONEY, form.tokens(), amount(amount, currency, "")));
    }

    private Optional<Match> signLast(Tokens.Form form, Tokens tokens, int at) {
        boolean sign = !Character.isLetter(form.group(4).codePointBefore(form.group(4).length()));
        // "5 $" may begin the next amount: "won 5 $20 notes".
        boolean beginsAnother = sign && tokens.startsWithDigit(at + form.tokens())
                && tokens.isGlued(at + form.tokens() - 1);
        if (beginsAnother) {
            return Optional.empty();
        }
        String scale = form.has(2) ? form.group(2) : form.group(3);
        return currencies.find(form.group(4)).flatMap(currency -> Numeral.parse(form.group(1))
                .filter(amount -> !isSomethingElse(form.group(4), amount))
                .flatMap(amount -> Match.of(Decision.MONEY, form.tokens(), amount(amount, currency, scale))));
    }

    private Optional<Match> pence(Tokens.Form form) {
        if (numbers.words().dialect() != Dialect.BRITISH) {
            return Optional.empty();
        }
        return Numeral.parse(form.group(1)).flatMap(amount -> {
            List<String> spoken = new ArrayList<>(numbers.readAmount(amount));
            spoken.add(amount.is(1) ? "penny" : "pence");
            return Match.of(Decision.MONEY, form.tokens(), spoken);
        });
    }

    /** "$350/yr": per year. What is no unit is read as it is written. */
    private Match per(Match money, Tokens tokens, int at) {
        int next = at + money.tokens();
        Optional<Tokens.Form> per = tokens.isAt(next, "/") || tokens.isAt(next, "per")
                ? tokens.form(PER, next)
                : Optional.empty();
        if (per.isEmpty() || (tokens.isAt(next, "per") && units.below(per.get().group(1)).isEmpty())) {
            return money;
        }
        boolean stop = per.get().group(1).endsWith(".");
        String symbol = stop ? per.get().group(1).substring(0, per.get().group(1).length() - 1) : per.get().group(1);
        List<String> spoken = new ArrayList<>(money.words());
        spoken.add("per");
        spoken.addAll(List.of(units.below(symbol).orElse(symbol).split(" ")));
        return new Match(money.tokens() + per.get().tokens(), spoken, Decision.MONEY);
    }

    private List<String> amount(Numeral amount, Currency currency, String scale) {
        List<String> spoken = new ArrayList<>();
        if (!scale.isEmpty()) {
            spoken.addAll(numbers.readAmount(amount));
            spoken.add(Scales.word(scale));
            spoken.addAll(currency.words(false));
            return spoken;
        }
        String cents = withoutZeros(amount.fraction());
        boolean whole = !amount.whole().chars().allMatch(c -> c == '0');
        if (cents.isEmpty()) {
            Numeral count = new Numeral(amount.sign(), amount.whole(), amount.grouped(), "", "");
            spoken.addAll(numbers.readAmount(count));
            spoken.addAll(currency.words(count.is(1)));
            return spoken;
        }
        if (cents.length() > 2 || !currency.hasSmall()) {
            spoken.addAll(numbers.readAmount(amount));
            spoken.addAll(currency.words(false));
            return spoken;
        }
        if (whole) {
            spoken.addAll(amount(new Numeral(amount.sign(), amount.whole(), amount.grouped(), "", ""), currency, ""));
        }
        String small = cents.length() == 1 ? cents + "0" : cents.startsWith("0") ? cents.substring(1) : cents;
        spoken.addAll(numbers.words().cardinal(small));
        spoken.add(small.equals("1") ? currency.smallOne() : currency.smallMany());
        return spoken;
    }

    private static String withoutZeros(String fraction) {
        int end = fraction.length();
        while (end > 0 && fraction.charAt(end - 1) == '0') {
            end--;
        }
        return fraction.substring(0, end);
    }
}
