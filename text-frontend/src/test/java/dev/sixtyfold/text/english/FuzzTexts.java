package dev.sixtyfold.text.english;

import java.util.Random;

/** Texts, documents and lexicons as nobody would write them, drawn from a seed. */
final class FuzzTexts {

    private static final String[] WORDS = {"word", "read", "The", "a", "I", "Dr.", "St.", "U.S.", "No.", "e.g.", "it's",
        "dogs'", "O'Brien", "McGee", "D'Angelo", "rock'n'roll", "well-known", "re-read", "COVID-19", "iPhone",
        "snake_case",
        "café", "naïve", "Zoë", "Dvořák", "XIV", "Henry VIII", "WWII", "blockchainlike", "unfollowers", "xkcd", "'tis"};
    private static final String[] NUMBERS = {"0", "007", "1,234", "1.234.567", "3.14", "-5", "+1", "½", "3/4", "2 1/2",
        "1990s", "'90s", "1984", "$5.50", "€1M", "US$ 3bn", "50%", "20°C", "5kg", "10 km/h", "9:30 pm", "25:61", "2-1",
        "2020-02-30", "12/31/99", "31.12.1999", "1st", "2nd", "B-52", "v1.2.3-rc4", "192.168.0.1", "::1", "1e-9",
        "10^6", "5! = 120", "n!", "300 K", "300K users", "9 ct", "10 l/100 km", "3x/day", "5 mg x 7 days", "x 7", "q6h",
        "S2E5", "0xFF", "18.x", "45:30", "3:43.13", "code 123 456", "2 c. milk", "six $20 bills", "a + b", "O(n)",
        "known.12 The", "word[3]", "it.[a][12]", "claim²", "Wed & Sun", "M-F", "#1234",
        "+1 (555) 010-9999", "#12", "x²", "H2O", "٣", "Ⅷ", "₄", "12345678901234567890123456789012345678901234567890"};
    private static final String[] SIGNS = {"&", "@user", "#tag", "a&b", "x=y", "C++", "C#", "http://a.b/c_d?e=f%20#g",
        "a@b.co", "/usr/lib", "C:\\x\\y", "file.tar.gz", "**b**", "_i_", "`c`", "~~s~~", "[a](b)", "[w](/wˈɜɹd/)",
        "[w](/",
        "![i](u)", "# H", "> q", "- l", "1. l", "| x | y |", "|---|---|", "```", "<br>", "<b>x</b>", "&amp;", "&#x41;",
        "©",
        "™", "§", "★", "→", "≤", "∑", "😀", "👩‍🚀", "👍🏽", "🇫🇷", "3️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", ":-)", "<3",
        "¯\\_(ツ)_/¯"};
    private static final String[] MARKS = {"(", ")", "[", "]", "{", "}", "\"", "“", "”", "‘", "’", "'", "...", "…", "—",
        "--", "-", "?!", "!!!", "*", "/", "\\", "_", "^", "~", "|", "`", ":", ";", ",", ".", "«", "»", "¿", "¡"};
    private static final String[] STRANGE = {"\ud800", "\udc00", "\u0000", "\u0007", "\u001b[0m", "\u007f", "\u00ad",
        "\u200b", "\u200d", "\u200d\u200d", "\u202e", "\u2066", "\ufeff", "\ufffd", "\uffff", "\ue000", "\u0301",
        "e\u0301\u0302\u0303", "\u1160", "\u3164", "ﬁsh", "ＡＢＣ", "𝐛𝐨𝐥𝐝", "ⓐ", "ǅ", "ß", "İ", "ı", "日本語", "Привет",
        "Ωmega", "مرحبا", "नमस्ते", "สวัสดี", "אב", "한국어", "pаypаl", "\u0130i\u0307"};
    private static final String[] GAPS = {" ", " ", " ", "", "", ", ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2003",
        "\u2028", ". ", "! ", "? ", ": ", " - "};
    private static final String[] ELEMENTS = {"p", "s", "break", "say-as", "sub", "phoneme", "emphasis", "prosody",
        "voice",
        "lang", "mark", "audio", "w", "token", "desc", "b", "x:y", "speak"};
    private static final String[] ATTRIBUTES = {"time='1s'", "time='99h'", "strength='x-weak'", "strength='?'",
        "interpret-as='date'", "interpret-as='telephone'", "interpret-as='characters'", "interpret-as='x'",
        "format='dmy'",
        "alias='b &amp; c'", "alias=''", "ph='wˈɜɹd'", "ph='\u0001'", "ph='['", "alphabet='ipa'", "alphabet='x-sampa'",
        "level='strong'", "level='none'", "rate='-9999%'", "rate='slow'", "rate='NaN'", "pitch='+2st'",
        "pitch='1e999Hz'",
        "volume='+6dB'", "volume='loud'", "name='m'", "xml:lang='en-GB'", "xml:lang='tlh'", "src='file:///etc/passwd'",
        "role='amazon:VB'", "role='VBD'", "a='1' a='2'", "a=1", "a", "='x'"};

    private final Random random;

    FuzzTexts(Random random) {
        this.random = random;
    }

    /** Running text with anything in it. */
    String text(int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i >= 0; i--) {
            String piece = piece();
            text.append(random.nextInt(40) == 0 ? piece.repeat(1 + random.nextInt(60)) : piece).append(any(GAPS));
        }
        return random.nextInt(3) == 0
                ? damaged(text.toString(), "<>&;'\"/![]()*_`#|\\-.,:\n \u200d\ud83d\u0301")
                : text.toString();
    }

    private String piece() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> any(WORDS);
            case 3, 4 -> any(NUMBERS);
            case 5 -> any(SIGNS);
            case 6 -> any(MARKS);
            case 7 -> any(STRANGE);
            case 8 -> drawn();
            default -> any(WORDS) + any(MARKS) + any(NUMBERS);
        };
    }

    /** Letters, or characters from anywhere in Unicode. */
    private String drawn() {
        StringBuilder drawn = new StringBuilder();
        int limit = new int[]{0x80, 0x250, 0x3000, 0x10000, 0x110000}[random.nextInt(5)];
        boolean letters = random.nextBoolean();
        int length = random.nextInt(200) == 0 ? 10_000 : random.nextInt(12);
        for (int i = 0; i <= length; i++) {
            drawn.appendCodePoint(letters ? 'a' + random.nextInt(26) : random.nextInt(limit));
        }
        return drawn.toString();
    }

    /** SSML, well-formed or not. */
    String ssml() {
        StringBuilder document = new StringBuilder();
        switch (random.nextInt(12)) {
            case 0 -> document.append("<!DOCTYPE speak [<!ENTITY a 'aa'><!ENTITY b '&a;&a;&a;'>]>");
            case 1 -> document.append("<?xml version='1.0'?>");
            default -> document.append("");
        }
        document.append("<speak>");
        addElements(document, random.nextInt(50) == 0 ? 400 : 4);
        document.append("</speak>");
        return random.nextInt(3) == 0 ? damaged(document.toString(), "<>&;'\"/!?-[]= \n\ud83da") : document.toString();
    }

    private void addElements(StringBuilder document, int depth) {
        for (int i = random.nextInt(3); i >= 0; i--) {
            document.append(random.nextInt(30) == 0 ? text(2) : escaped(text(3)));
            if (depth > 0) {
                String name = any(ELEMENTS);
                document.append('<').append(name);
                for (int a = random.nextInt(3); a > 0; a--) {
                    document.append(' ').append(any(ATTRIBUTES));
                }
                if (random.nextInt(4) == 0) {
                    document.append("/>");
                } else {
                    document.append('>');
                    addElements(document, depth > 10 ? depth - 1 : random.nextInt(depth));
                    document.append("</").append(random.nextInt(60) == 0 ? any(ELEMENTS) : name).append('>');
                }
            }
            if (depth > 10) {
                return;
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;")
                .replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\uFFFE\\uFFFF]", "")
                .replaceAll("[\\ud800-\\udbff](?![\\udc00-\\udfff])", "")
                .replaceAll("(?<![\\ud800-\\udbff])[\\udc00-\\udfff]", "");
    }

    /** A lexicon in one of the three forms, or nearly. */
    String lexicon() {
        StringBuilder lexicon = new StringBuilder();
        int kind = random.nextInt(3);
        if (kind == 0) {
            lexicon.append("<lexicon version='1.0' alphabet='ipa' xml:lang='en-US' "
                    + "xmlns='http://www.w3.org/2005/01/pronunciation-lexicon'>");
        } else if (kind == 1) {
            lexicon.append("words:\n");
        }
        for (int i = random.nextInt(6); i >= 0; i--) {
            String word = random.nextInt(3) == 0 ? text(2) : any(WORDS);
            String reading = random.nextInt(3) == 0 ? text(2) : random.nextBoolean() ? "/wˈɜːd/" : any(WORDS);
            lexicon.append(switch (kind) {
                case 0 -> "<lexeme><grapheme>" + escaped(word) + "</grapheme><phoneme>" + escaped(reading)
                        + "</phoneme><alias>" + escaped(any(WORDS)) + "</alias></lexeme>";
                case 1 -> "  - word: \"" + word + "\"\n    say: " + reading + "\n";
                default -> word + "\t" + reading + (random.nextBoolean() ? "\tnoun" : "") + "\n";
            });
        }
        lexicon.append(kind == 0 ? "</lexicon>" : "");
        return random.nextInt(3) == 0 ? damaged(lexicon.toString(), "<>&;'\"/:\t\n -{}[]|*&!%@`") : lexicon.toString();
    }

    /** The text in pieces, cut anywhere. */
    String[] cut(String text) {
        int count = 1 + random.nextInt(8);
        int[] cuts = random.ints(count, 0, text.length() + 1).sorted().toArray();
        String[] pieces = new String[count + 1];
        int from = 0;
        for (int i = 0; i < count; i++) {
            pieces[i] = text.substring(from, cuts[i]);
            from = cuts[i];
        }
        pieces[count] = text.substring(from);
        return pieces;
    }

    private String damaged(String whole, String signs) {
        StringBuilder damaged = new StringBuilder(whole);
        for (int i = random.nextInt(4); i >= 0 && !damaged.isEmpty(); i--) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(4)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.insert(at, signs.charAt(random.nextInt(signs.length())));
                case 2 -> damaged.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
                default ->
                    damaged.insert(at, damaged.substring(at, Math.min(damaged.length(), at + random.nextInt(20))));
            }
        }
        return damaged.toString();
    }

    private String any(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
