package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberReader;
import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.number.Numeral;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers without a sign or unit that says what they are: 42, 1984, 1990s, 21st, 3.14, 1.2.3, #5. Their neighbours tell
 * years ("in 1500") from counts ("about 1234 people") and from names ("room 101").
 */
final class PlainNumbers implements Rule {

    private static final Pattern PARTS = Pattern.compile("\\d+(?:[.,:]\\d+)+");
    private static final Pattern GROUPED_BY_SPACES = Pattern
            .compile("((?:[1-9]\\d{0,2}(?: \\d{3}){2,})|[1-9]\\d{0,2} 000)(?![\\p{L}\\p{N}]|[ ,.-]\\d)");
    private static final Set<String> DIALLED = Set.of("dial", "dialed", "dialled", "dialing", "call", "called",
            "calling",
            "phone", "ring");
    private static final Pattern LARGE = Pattern.compile("(?:(" + Numeral.FIGURES
            + ")[ -]?(bn|mn|tn|trn)|(\\d+,\\d{1,2}) (million|billion|trillion))(?![\\p{L}\\p{N}])");
    private static final Pattern MILITARY_TIME = Pattern.compile(
            "(0\\d|1\\d|2[0-3])([0-5]\\d)(?= ?(?:hours|hrs|h)(?![\\p{L}\\p{N}]))");
    /** At 0615: what begins with a zero after such a word is no count. */
    private static final Pattern EARLY_TIME = Pattern.compile("(0\\d)([0-5]\\d)(?![\\p{L}\\p{N}]|[-–/:.,]\\d)");
    private static final Set<String> BEFORE_EARLY_TIMES = Set.of("at", "@", "by", "until", "till", "before", "after",
            "around",
            "since", "from");
    /** 100s of people. */
    private static final Pattern MANY = Pattern.compile("(10|100|1,?000)s(?= of(?!\\p{L}))");
    private static final Set<String> BEFORE_TIMES = Set.of("at", "by", "until", "till", "from", "to", "before", "after",
            "around", "since", "and", "between");
    private static final Set<String> EMERGENCY = Set.of("call", "calls", "caller", "callers", "operator", "operators",
            "dispatcher", "dispatchers", "dispatch", "emergency", "line", "lines");
    private static final Set<String> SECRETS = Set.of("pin", "otp", "passcode", "password", "cvv");
    /** The code that somebody is sent, in two halves. */
    private static final Pattern HALVES = Pattern.compile("(\\d{3})[ -](\\d{3})(?![\\p{L}\\p{N}]|[ ,.:/-]\\d)");
    private static final Set<String> LONG_NAMED = Set.of("code", "pin", "id", "no", "number", "zip", "case", "ticket",
            "account", "order", "invoice", "ref", "reference", "serial", "part");
    private static final Set<String> BEFORE_COUNTS = Set.of("about", "over", "nearly", "around", "almost",
            "approximately", "some", "than", "least", "most", "only", "just", "another", "these", "those", "all",
            "exactly", "has", "have", "had", "were", "are", "contains",
            "contain", "holds", "needs", "takes", "took", "sold", "made", "killed", "costs", "weighs", "there",
            "roughly", "under", "up", "with");
    private static final Set<String> BEFORE_YEARS = Set.of("the", "in", "since", "until", "till", "from", "by", "after",
            "before", "during", "of", "circa", "year", "a");
    private static final Set<String> COUNTED = Set.of("people", "men", "women", "children", "feet", "times", "percent",
            "miles", "years", "days", "hours", "minutes", "seconds", "words", "pages", "dollars", "pounds", "euros",
            "students", "employees", "meters", "metres", "kilometers", "kilometres", "acres", "points", "copies",
            "members", "soldiers", "votes", "residents", "seats", "rooms", "units", "calories", "tons", "tonnes",
            "degrees", "million", "billion", "workers", "troops", "species", "inhabitants", "households", "families",
            "patients", "cases", "deaths", "jobs", "homes", "items", "samples", "users", "visitors", "cars", "horses",
            "sheep", "cattle", "square", "cubic");

    /** Tokens in which it may be said that somebody calls. */
    private static final int NEAR = 20;

    private final Neighbours neighbours;
    private final NumberReader numbers;
    private final NumberWords words;

    PlainNumbers(Neighbours neighbours, NumberReader numbers, NumberWords words) {
        this.neighbours = neighbours;
        this.numbers = numbers;
        this.words = words;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        if (tokens.isAt(at, "#") && tokens.isGlued(at) && tokens.numeral(at + 1).isPresent()) {
            Numeral numeral = tokens.numeral(at + 1).orElseThrow();
            boolean code = numeral.isInteger() && !numeral.grouped() && numeral.whole().length() > 4;
            List<String> spoken = new ArrayList<>(List.of("number"));
            boolean named = numeral.isInteger() && !numeral.grouped() && numeral.whole().length() > 2
                    && (numeral.whole().length() == 4 || LONG_NAMED.contains(tokens.lower(at - 1)));
            spoken.addAll(code
                    ? words.digits(numeral.whole())
                    : named ? numbers.readCode(numeral) : numbers.readAmount(numeral));
            return Match.of(Decision.NUMBER, 2, spoken);
        }
        if (!tokens.startsNumber(at)) {
            return Optional.empty();
        }
        Optional<Match> large = tokens.form(LARGE, at).flatMap(this::large)
                .or(() -> isAfterCode(tokens, at) ? tokens.form(HALVES, at).flatMap(this::halves) : Optional.empty())
                .or(() -> tokens.form(GROUPED_BY_SPACES, at).flatMap(form -> Match.of(Decision.NUMBER, form.tokens(),
                        words.cardinal(form.group(1).replace(" ", "")))))
                .or(() -> tokens.form(MILITARY_TIME, at).filter(form -> form.group(1).startsWith("0")
                        || BEFORE_TIMES.contains(tokens.lower(at - 1))).flatMap(this::militaryTime))
                .or(() -> tokens.form(EARLY_TIME, at)
                        .filter(form -> BEFORE_EARLY_TIMES.contains(tokens.lower(at - 1))).flatMap(this::militaryTime))
                .or(() -> tokens.form(MANY, at).flatMap(form -> Match.of(Decision.NUMBER, form.tokens(),
                        List.of(form.group(1).equals("10")
                                ? "tens"
                                : form.group(1).equals("100") ? "hundreds" : "thousands"))));
        if (large.isPresent()) {
            return large;
        }
        Optional<Numeral> numeral = tokens.numeral(at);
        if (numeral.isPresent()) {
            return Optional.of(read(numeral.get(), tokens, at));
        }
        return PARTS.matcher(tokens.text(at)).matches()
                ? Match.of(Decision.CODE, 1, parts(tokens.text(at), isRatio(tokens, at)))
                : Optional.empty();
    }

    private static boolean isAfterCode(Tokens tokens, int at) {
        return tokens.text(at).length() >= 3 && tokens.wordsBefore(at, 3).stream()
                .anyMatch(word -> SECRETS.contains(word) || word.equals("code"));
    }

    private Optional<Match> halves(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(words.digits(form.group(1)));
        spoken.add(",");
        spoken.addAll(words.digits(form.group(2)));
        return Match.of(Decision.CODE, form.tokens(), spoken);
    }

    /** "ending in 4321", of a card or a telephone. */
    private static boolean isEnding(Tokens tokens, int at) {
        return tokens.isAt(at - 1, "in") && (tokens.isAt(at - 2, "ending") || tokens.isAt(at - 2, "ends"))
                && tokens.wordsBefore(at - 2, 5).stream().anyMatch(word -> switch (word) {
                    case "card", "account", "number", "phone", "visa", "mastercard", "amex", "debit", "checking" ->
                        true;
                    default -> false;
                });
    }

    /** Numbers that are called in need: NHS 111. */
    private static boolean isHelpline(String number) {
        return switch (number) {
            case "101", "111", "112", "211", "311", "411", "511", "711", "811", "911", "988", "999" -> true;
            default -> false;
        };
    }

    /** Flight UA 123. */
    private static boolean isFlight(Tokens tokens, int at) {
        String airline = tokens.text(at - 1);
        boolean flight = tokens.lower(at - 2).equals("flight") || tokens.lower(at - 2).equals("flights");
        return flight && airline.length() == 2 && airline.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    /** Dial 999 or 112; in America, 911. Not so many people. */
    private static boolean isDialledToo(Tokens tokens, int at) {
        boolean counts = tokens.isSpacedFrom(at + 1) && tokens.isWord(at + 1)
                && !Neighbours.isFunctionWord(tokens.lower(at + 1));
        return !counts && tokens.wordsBefore(at, NEAR).stream().anyMatch(DIALLED::contains);
    }

    private Optional<Match> large(Tokens.Form form) {
        return Numeral.parse((form.group(1) + form.group(3)).replaceFirst(",(\\d{1,2})$", ".$1")).flatMap(amount -> {
            List<String> spoken = new ArrayList<>(numbers.readAmount(amount));
            spoken.add(Scales.word(form.group(2) + form.group(4)));
            return Match.of(Decision.NUMBER, form.tokens(), spoken);
        });
    }

    /** 0800 hours: oh eight hundred; at 1730 hours: seventeen thirty. */
    private Optional<Match> militaryTime(Tokens.Form form) {
        boolean early = form.group(1).startsWith("0");
        List<String> spoken = new ArrayList<>(early ? List.of("oh") : words.cardinal(form.group(1)));
        spoken.addAll(early ? words.digits(form.group(1).substring(1)) : List.of());
        spoken.addAll(form.group(2).equals("00")
                ? List.of("hundred")
                : form.group(2).startsWith("0")
                        ? List.of("oh", words.digits(form.group(2)).getLast())
                        : words.cardinal(form.group(2)));
        return Match.of(Decision.TIME, form.tokens(), spoken);
    }

    private Match read(Numeral numeral, Tokens tokens, int at) {
        if (numeral.isOrdinal()) {
            return new Match(1, numbers.read(numeral), Decision.ORDINAL);
        }
        if (!numeral.fraction().isEmpty()) {
            return new Match(1, decimal(numeral, tokens, at), Decision.DECIMAL);
        }
        boolean port = tokens.isAt(at - 1, "/") && tokens.isGlued(at - 1) && isAcronym(tokens.text(at - 2));
        boolean emergency = numeral.is(911) && EMERGENCY.contains(tokens.lower(at + 1));
        if (port || emergency) {
            return new Match(1, port ? numbers.readCode(numeral) : words.digits(numeral.whole()), Decision.CODE);
        }
        if (numeral.isPlural() && numeral.whole().length() == 3 && !numeral.whole().endsWith("0")) {
            return new Match(1, numbers.readCode(numeral), Decision.CODE);
        }
        if (tokens.isInName(at)) {
            return new Match(1, inName(numeral, !tokens.isWord(at - 2)), Decision.CODE);
        }
        String before = tokens.lower(at - (tokens.isAt(at - 1, ".") ? 2 : 1));
        boolean named = numeral.isInteger() && !numeral.grouped() && numeral.sign().isEmpty();
        boolean dialled = (DIALLED.contains(before) && !COUNTED.contains(tokens.lower(at + 1)))
                || (isHelpline(numeral.whole())
                        && (DIALLED.contains(tokens.lower(at - 2)) || isDialledToo(tokens, at)));
        if (named && numeral.whole().length() == 3 && dialled) {
            return new Match(1, words.digits(numeral.whole()), Decision.TELEPHONE);
        }
        if (named && numeral.whole().length() > 2 && tokens.isGlued(at) && tokens.isWord(at + 1)
                && !numeral.whole().endsWith("00")) {
            boolean letter = tokens.text(at + 1).length() == 1;
            return new Match(1, letter ? words.code(numeral.whole()) : words.digits(numeral.whole()), Decision.CODE);
        }
        boolean secret = tokens.wordsBefore(at, 3).stream().anyMatch(word -> SECRETS.contains(word))
                && numeral.whole().length() > 3 && !isPlural(tokens.text(at + 1));
        if (named && (secret || (numeral.whole().length() == 4 && isEnding(tokens, at)))) {
            return new Match(1, words.digits(numeral.whole()), Decision.CODE);
        }
        boolean model = numeral.whole().length() == 4 && !numeral.looksLikeYear() && isAcronym(tokens.text(at - 1))
                && !isPlural(tokens.text(at + 1));
        if (named && model) {
            return new Match(1, numbers.readCode(numeral), Decision.CODE);
        }
        if (named && numeral.whole().length() < 5
                && (isFlight(tokens, at) || neighbours.is(Neighbours.Kind.LABELLED, before))) {
            return new Match(1, numbers.readCode(numeral), Decision.CODE);
        }
        boolean labelled = named && numeral.whole().length() == 3 && tokens.isSpacedFrom(at + 1)
                && neighbours.is(Neighbours.Kind.LABELLING, tokens.lower(at + 1));
        if (labelled) {
            return new Match(1, numbers.readCode(numeral), Decision.CODE);
        }
        if (named && numeral.whole().length() > 4 && !isLongCount(numeral, tokens, at, before)) {
            return new Match(1, words.digits(numeral.whole()), Decision.CODE);
        }
        if (numeral.looksLikeYear() && isCount(numeral, tokens, at, before)) {
            return new Match(1, numbers.readAmount(numeral), Decision.NUMBER);
        }
        return new Match(1, numbers.read(numeral), numeral.looksLikeYear() ? Decision.YEAR : Decision.NUMBER);
    }

    /** A bore (.357 Magnum), an average (batting .300) and a version (Python 3.11) are said as whole numbers. */
    private List<String> decimal(Numeral numeral, Tokens tokens, int at) {
        String fraction = numeral.fraction();
        boolean bore = neighbours.is(Neighbours.Kind.CALIBRE, tokens.lower(at + (tokens.isDash(at + 1) ? 2 : 1)));
        boolean average = fraction.length() == 3 && neighbours.is(Neighbours.Kind.BATTING, tokens.lower(at - 1));
        if (numeral.whole().isEmpty() && (bore || average)) {
            return words.code(fraction);
        }
        boolean version = fraction.length() == 2 && !fraction.startsWith("0") && !numeral.grouped()
                && neighbours.is(Neighbours.Kind.VERSIONED, tokens.lower(at - 1));
        if (version) {
            List<String> spoken = new ArrayList<>(words.cardinal(numeral.whole()));
            spoken.add("point");
            spoken.addAll(words.cardinal(fraction));
            return spoken;
        }
        return numbers.read(numeral);
    }

    /** RTX 3080. */
    private static boolean isAcronym(String word) {
        return word.length() > 1 && word.length() < 6 && word.chars().allMatch(Character::isUpperCase);
    }

    /** After a hyphen: KC-135s, US-101, 1-413-te, RTX-6000, Boeing 747-400. */
    private List<String> inName(Numeral numeral, boolean afterNumber) {
        String whole = numeral.whole();
        boolean label = numeral.ending().isEmpty() && whole.length() == 3 && afterNumber;
        return label ? words.label(whole) : numbers.readCode(numeral);
    }

    /** Five figures and more without a comma: a count if something is counted or the number is round, else a code. */
    private static boolean isLongCount(Numeral numeral, Tokens tokens, int at, String before) {
        boolean round = numeral.whole().endsWith("000");
        boolean counted = isPlural(tokens.text(at + 1)) && tokens.isSpacedFrom(at + 1);
        boolean scaled = tokens.isDash(at + 1) && tokens.isGlued(at);
        return !LONG_NAMED.contains(before)
                && tokens.wordsBefore(at, 3).stream().noneMatch(LONG_NAMED::contains)
                && (round || counted || scaled || BEFORE_COUNTS.contains(before) || before.equals("is"));
    }

    private static boolean isCount(Numeral numeral, Tokens tokens, int at, String before) {
        String next = tokens.lower(at + 1);
        boolean adjacent = tokens.isSpacedFrom(at + 1);
        if (adjacent && COUNTED.contains(next) && !BEFORE_YEARS.contains(before)) {
            // "1500 people" are fifteen hundred.
            return !numeral.whole().endsWith("00");
        }
        return BEFORE_COUNTS.contains(before) && adjacent && isPlural(tokens.text(at + 1))
                && !numeral.whole().endsWith("00");
    }

    /** Rough, but a number that counts is followed by what it counts. */
    static boolean isPlural(String word) {
        return COUNTED.contains(word) || (word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                && Character.isLowerCase(word.charAt(0))
                && !Set.of("this", "does", "always", "perhaps", "plus", "minus")
                        .contains(word));
    }

    /** In the ratio 3:4:5. */
    private static boolean isRatio(Tokens tokens, int at) {
        return tokens.text(at).indexOf(':') > 0 && (tokens.wordsBefore(at, 3).contains("ratio")
                || tokens.lower(at + 1).equals("ratio"));
    }

    /** A version or a list: part by part. */
    private List<String> parts(String token, boolean ratio) {
        List<String> spoken = new ArrayList<>();
        for (String part : token.split("[,:]", -1)) {
            if (!spoken.isEmpty()) {
                spoken.add(ratio ? "to" : ",");
            }
            String[] dotted = part.split("\\.", -1);
            for (int i = 0; i < dotted.length; i++) {
                if (i > 0) {
                    spoken.add("point");
                }
                boolean year = dotted.length == 1 && Numeral.count(dotted[i]).looksLikeYear();
                spoken.addAll(year ? words.year(dotted[i]) : words.cardinal(dotted[i]));
            }
        }
        return spoken;
    }
}
