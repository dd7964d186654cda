package dev.sixtyfold.text.ssml;

import java.util.Optional;
import java.util.function.Function;

/**
 * The attributes of an element, and where it stands, for what is wrong with them.
 *
 * @param position
 *            of its tag, in UTF-16 units of the source
 */
record Attributes(String element, Function<String, Optional<String>> values, String source, int position) {

    Optional<String> find(String name) {
        return values.apply(name);
    }

    String required(String name, String example) {
        return find(name).filter(value -> !value.isBlank()).orElseThrow(
                () -> problem("<" + element + "> needs " + name + ", such as " + name + "=\"" + example + "\""));
    }

    /** What an attribute says, or the default without it. */
    <T> T read(String name, T otherwise, Function<String, Optional<T>> meaning, String right) {
        Optional<String> value = find(name).map(String::strip);
        return value.isEmpty()
                ? otherwise
                : meaning.apply(value.get()).orElseThrow(() -> wrong(name, right));
    }

    RuntimeException wrong(String name, String right) {
        return problem("<" + element + "> has a wrong " + name + " \""
                + SsmlProblem.printable(find(name).orElse(""), 40) + "\": give " + right);
    }

    RuntimeException problem(String problem) {
        return SsmlProblem.at(source, position, problem);
    }
}
