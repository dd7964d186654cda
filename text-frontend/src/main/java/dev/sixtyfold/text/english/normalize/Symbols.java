package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.reading.Decision;
import java.util.List;
import java.util.Optional;

/** Signs that have a name: &amp;, @, %, =, §. Signs that only lay text out have none. */
final class Symbols implements Rule {

    private final Glossary glossary;

    Symbols(Glossary glossary) {
        this.glossary = glossary;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        String sign = tokens.text(at);
        if (sign.isEmpty() || Character.isLetterOrDigit(sign.codePointAt(0))) {
            return Optional.empty();
        }
        if (sign.equals(".") && tokens.isGlued(at) && !tokens.isGlued(at - 1)
                && Character.isLetter(tokens.text(at + 1).charAt(0))) {
            return Optional.of(new Match(1, List.of("dot"), Decision.SYMBOL));
        }
        return name(sign).filter(name -> name.chars().anyMatch(Character::isLetter))
                .map(name -> new Match(1, List.of(name.split(" ")), Decision.SYMBOL));
    }

    private Optional<String> name(String sign) {
        return switch (sign) {
            case "&" -> Optional.of("and");
            case "@" -> Optional.of("at");
            case "%" -> Optional.of("percent");
            case "+" -> Optional.of("plus");
            default -> glossary.symbols().first(sign).or(() -> glossary.names().currencies().first(sign));
        };
    }
}
