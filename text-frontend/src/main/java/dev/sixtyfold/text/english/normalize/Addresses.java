package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The parts of an address, each by itself: 2788 San Tomas Expy, Santa Clara, CA 95051; 12 S 1st St. */
final class Addresses implements Rule {

    /** A street's name has no more tokens than this before its "St". */
    private static final int LONGEST_NAME = 5;
    private static final Pattern HOUSE = Pattern.compile("\\d{1,5}");
    private static final Pattern CANADIAN_CODE = Pattern.compile("[A-Z]\\d[A-Z] ?\\d[A-Z]\\d(?![\\p{L}\\p{N}])");
    private static final Pattern ZIP = Pattern.compile("(\\d{5})(?:-(\\d{4}))?(?![\\p{L}\\p{N}-])");
    /** State codes that are also interjections in capitals, or the other name of a city. */
    private static final Set<String> UNCLEAR = Set.of("OK", "HI", "LA");
    /** After these a saint follows, and no street ends. */
    private static final Set<String> BEFORE_SAINT = Set.of("Rue", "Via", "Place", "Boulevard", "Avenue", "Fort", "Port",
            "Mount", "Lake", "Point", "Cape", "Bay", "Sault");

    private final NumberWords words;
    private final Map<String, Map<String, String>> names = new HashMap<>();

    Addresses(NumberWords words) {
        this.words = words;
        for (List<String> row : ResourceTable.rows("addresses.tsv", 3)) {
            names.computeIfAbsent(row.get(0), kind -> new HashMap<>()).put(row.get(1), row.get(2));
        }
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        if (tokens.startsWithDigit(at)) {
            return zip(tokens, at).or(() -> house(tokens, at));
        }
        if (tokens.text(at).length() == 2 && tokens.isCapitalised(at)) {
            Optional<Match> state = state(tokens, at);
            if (state.isPresent()) {
                return state;
            }
        }
        Optional<Match> corner = corner(tokens, at);
        if (corner.isPresent()) {
            return corner;
        }
        boolean part = tokens.hasFigures() && tokens.isWord(at)
                && (tokens.isCapitalised(at) || isShort("street", tokens.text(at)));
        return part
                ? street(tokens, at).or(() -> direction(tokens, at)).or(() -> unit(tokens, at))
                : Optional.empty();
    }

    private Optional<Match> house(Tokens tokens, int at) {
        String figures = tokens.text(at);
        if (!HOUSE.matcher(figures).matches() || tokens.isInName(at) || streetAfter(tokens, at + 1) < 0) {
            return Optional.empty();
        }
        return Match.of(Decision.ADDRESS, 1, figures.length() == 5 ? words.digits(figures) : words.code(figures));
    }

    /** Where the word for the kind of street stands, if the tokens from {@code from} on are a street's name; else -1. */
    private int streetAfter(Tokens tokens, int from) {
        for (int i = from; i < from + LONGEST_NAME && i < tokens.size(); i++) {
            boolean name = i > from && !(i == from + 1 && isDirection(tokens, from) && !tokens.isCapitalised(from));
            if (name && isStreet(tokens, i)) {
                return i;
            }
            boolean partOfName = tokens.isCapitalised(i) || tokens.numeral(i).filter(n -> n.isOrdinal()).isPresent()
                    || (tokens.isAt(i, ".") && isDirection(tokens, i - 1)) || tokens.isDash(i)
                    || (tokens.isAt(i, "'s") && i > from);
            if (!partOfName) {
                return -1;
            }
        }
        return -1;
    }

    /** "Ave" and the like by themselves, "Avenue" in full; "st" in lower case only after a number with an ending. */
    private boolean isStreet(Tokens tokens, int at) {
        String text = withoutStop(tokens.text(at));
        if (text.equals("St") && BEFORE_SAINT.contains(tokens.text(at - 1))) {
            return false;
        }
        return isKnown("street", text) || (text.equals("st") || text.equals("ave")
                || text.equals("rd"));
    }

    private Optional<Match> street(Tokens tokens, int at) {
        String text = withoutStop(tokens.text(at));
        String name = lookup("street", capitalised(text));
        if (name.isEmpty() || name.equals(capitalised(text)) || !(isAfterHouse(tokens, at) || isNumbered(tokens, at))) {
            return Optional.empty();
        }
        boolean stop = tokens.isGlued(at) && tokens.isAt(at + 1, ".");
        boolean atEnd = at + 2 >= tokens.size();
        return Match.of(Decision.ADDRESS, stop && !atEnd ? 2 : 1, List.of(name));
    }

    /** E. Main St., N Clark St: a street of one name without a house, told by the direction before it. */
    private Optional<Match> corner(Tokens tokens, int at) {
        if (!tokens.isCapitalised(at)) {
            return Optional.empty();
        }
        if (isDirected(tokens, at)) {
            return Match.of(Decision.ADDRESS, 1, List.of(lookup("direction", withoutStop(tokens.text(at)))));
        }
        boolean street = isDirected(tokens, at - 2) && isShort("street", tokens.text(at));
        boolean stop = tokens.isGlued(at) && tokens.isAt(at + 1, ".") && at + 2 < tokens.size();
        return street
                ? Match.of(Decision.ADDRESS, stop ? 2 : 1, List.of(lookup("street", withoutStop(tokens.text(at)))))
                : Optional.empty();
    }

    /** Whether the letter is a direction before a name and the word for a street, and no initial of a longer name. */
    private boolean isDirected(Tokens tokens, int at) {
        return tokens.text(at).length() < 3 && isDirection(tokens, at) && !tokens.isCapitalised(at - 1)
                && tokens.isSpacedFrom(at + 1) && tokens.isCapitalised(at + 1) && tokens.text(at + 1).length() > 2
                && tokens.isWord(at + 1) && tokens.isCapitalised(at + 2) && isStreet(tokens, at + 2);
    }

    /** 7th Ave, 42nd St: the street's name is its number. */
    private boolean isNumbered(Tokens tokens, int at) {
        boolean street = switch (withoutStop(tokens.text(at))) {
            case "Ave", "Blvd", "Rd" -> true;
            case "St" -> !tokens.isCapitalised(at + 1);
            default -> false;
        };
        return street && tokens.numeral(at - 1).filter(number -> number.isOrdinal()).isPresent();
    }

    private boolean isAfterHouse(Tokens tokens, int at) {
        for (int i = at - 1; i >= Math.max(0, at - LONGEST_NAME); i--) {
            if (HOUSE.matcher(tokens.text(i)).matches() && streetAfter(tokens, i + 1) == at) {
                return true;
            }
        }
        return false;
    }

    private Optional<Match> direction(Tokens tokens, int at) {
        if (!isDirection(tokens, at)) {
            return Optional.empty();
        }
        String name = lookup("direction", withoutStop(tokens.text(at)).replace(".", ""));
        boolean afterHouse = HOUSE.matcher(tokens.text(at - 1)).matches() && streetAfter(tokens, at) > 0;
        boolean afterStreet = isStreet(tokens, at - 1) && tokens.isSpacedFrom(at) && isAfterHouse(tokens, at - 1);
        boolean stop = tokens.isGlued(at) && tokens.isAt(at + 1, ".");
        boolean beforeStreet = tokens.text(at).length() == 2 && streetAfter(tokens, at + 1) > 0
                && tokens.numeral(at + 1).filter(n -> n.isOrdinal()).isPresent();
        return afterHouse || afterStreet || beforeStreet
                ? Match.of(Decision.ADDRESS, stop ? 2 : 1, List.of(name))
                : Optional.empty();
    }

    private boolean isDirection(Tokens tokens, int at) {
        return isKnown("direction", withoutStop(tokens.text(at)).replace(".", ""));
    }

    /** "Apt 4B", "Ste. 200". */
    private Optional<Match> unit(Tokens tokens, int at) {
        String name = lookup("unit", withoutStop(tokens.text(at)));
        boolean stop = tokens.isGlued(at) && tokens.isAt(at + 1, ".");
        int mark = stop ? at + 2 : at + 1;
        int number = tokens.isAt(mark, "#") ? mark + 1 : mark;
        if (number > mark && !name.isEmpty() && tokens.startsWithDigit(number)) {
            return Match.of(Decision.ADDRESS, mark - at, List.of(name));
        }
        return name.isEmpty() || !tokens.startsWithDigit(number)
                ? Optional.empty()
                : Match.of(Decision.ADDRESS, number - at, List.of(name));
    }

    /** A state's code after a comma, before a ZIP code or where the place ends. */
    private Optional<Match> state(Tokens tokens, int at) {
        String province = lookup("province", tokens.text(at));
        if (!province.isEmpty() && tokens.form(CANADIAN_CODE, at + 1).isPresent()) {
            return Match.of(Decision.ADDRESS, 1, List.of(province.split(" ")));
        }
        String name = lookup("state", tokens.text(at));
        if (name.isEmpty() || (tokens.isGlued(at) && tokens.isWord(at + 1))) {
            return Optional.empty();
        }
        boolean ofParty = tokens.isInName(at) && switch (tokens.text(at - 2)) {
            case "R", "D", "I" -> true;
            default -> false;
        };
        boolean zipFollows = ofParty || tokens.form(ZIP, at + 1).isPresent();
        boolean afterPlace = tokens.isAt(at - 1, ",") && tokens.isCapitalised(at - 2)
                && tokens.text(at - 2).length() > 2
                && !UNCLEAR.contains(tokens.text(at)) && !tokens.isShouted(3) && isEndOfPlace(tokens, at + 1);
        return zipFollows || afterPlace
                ? Match.of(Decision.ADDRESS, 1, List.of(name.split(" ")))
                : Optional.empty();
    }

    /** No word goes on from the state: "Portland, OR", "Austin, TX, is hot". */
    private static boolean isEndOfPlace(Tokens tokens, int next) {
        return !tokens.isWord(next) || !tokens.isCapitalised(next) || tokens.text(next).length() > 2;
    }

    private Optional<Match> zip(Tokens tokens, int at) {
        boolean afterState = isKnown("state", tokens.text(at - 1)) || isStateName(tokens, at);
        boolean named = tokens.lower(at - 1).equals("zip")
                || (tokens.lower(at - 1).equals("code")
                        && List.of("zip", "postal", "area").contains(tokens.lower(at - 2)));
        if (!afterState && !named) {
            return Optional.empty();
        }
        return tokens.form(ZIP, at).flatMap(form -> {
            List<String> spoken = new ArrayList<>(words.digits(form.group(1)));
            if (form.has(2)) {
                spoken.add(",");
                spoken.addAll(words.digits(form.group(2)));
            }
            return Match.of(Decision.ADDRESS, form.tokens(), spoken);
        });
    }

    private boolean isStateName(Tokens tokens, int at) {
        Map<String, String> states = names.getOrDefault("state", Map.of());
        return tokens.isCapitalised(at - 1) && (states.containsValue(tokens.text(at - 1))
                || states.containsValue(tokens.text(at - 2) + " " + tokens.text(at - 1)));
    }

    private boolean isShort(String kind, String text) {
        String name = lookup(kind, capitalised(withoutStop(text)));
        return !name.isEmpty() && !name.equals(text);
    }

    private boolean isKnown(String kind, String text) {
        return !lookup(kind, text).isEmpty();
    }

    private String lookup(String kind, String text) {
        return names.getOrDefault(kind, Map.of()).getOrDefault(text, "");
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
