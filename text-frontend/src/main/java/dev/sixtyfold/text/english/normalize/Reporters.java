package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where a judgment is printed: 410 U.S. 113, 123 F.3d 456, 97 S. Ct. 1098. Volume and page are told as numbers of things. */
final class Reporters implements Rule {

    private final List<Reporter> reporters;
    private final Pattern citation;
    private final NumberWords words;

    private record Reporter(String written, List<String> spoken) {}

    Reporters(NumberWords words) {
        this.words = words;
        this.reporters = ResourceTable.rows("reporters.tsv", 2).stream()
                .map(row -> new Reporter(row.get(0), List.of(row.get(1).split(" ")))).toList();
        this.citation = Pattern.compile("(\\d{1,4}) (" + reporters.stream()
                .map(reporter -> Pattern.quote(reporter.written)).collect(Collectors.joining("|"))
                + ") (?:(?:§ ?|at )?(\\d{1,5}))(?![\\p{L}\\p{N}])");
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        return tokens.startsWithDigit(at) && tokens.isCapitalised(at + 1)
                ? tokens.form(citation, at).map(this::citation)
                : Optional.empty();
    }

    private Match citation(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(words.code(form.group(1)));
        spoken.addAll(reporters.stream().filter(reporter -> reporter.written.equals(form.group(2))).findFirst()
                .orElseThrow().spoken);
        if (form.match().group().contains(" at ")) {
            spoken.add("at");
        }
        spoken.addAll(words.code(form.group(3)));
        return new Match(form.tokens(), spoken, Decision.CODE);
    }
}
