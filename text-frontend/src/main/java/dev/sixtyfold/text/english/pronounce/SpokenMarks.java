package dev.sixtyfold.text.english.pronounce;

import java.util.List;

/** Marks among the words that a rule has chosen: a comma or dash is a pause, a hyphen or stroke only ties what it stands between. */
final class SpokenMarks {

    private SpokenMarks() {}

    static boolean isPause(String word) {
        return word.equals(",") || word.equals("—");
    }

    /** What a mark puts between the phonemes around it. */
    static String gap(String mark) {
        return switch (mark) {
            case "," -> ", ";
            case "—" -> " — ";
            default -> " ";
        };
    }

    static boolean isTie(String word) {
        return word.equals("-") || word.equals("/");
    }

    /** The words as they are written: hyphens inside a word only help to pronounce it. */
    static String join(List<String> words) {
        StringBuilder joined = new StringBuilder();
        boolean tied = true;
        for (String word : words) {
            boolean tie = isTie(word);
            joined.append(tied || tie || word.equals(",") ? "" : " ").append(tie ? word : word.replace('-', ' '));
            tied = tie;
        }
        return joined.toString();
    }
}
