package dev.sixtyfold.synthesis;

/** What a request brings to be spoken, as it was sent. */
public sealed interface SpokenInput {

    /** As it was sent; offsets count its code points. */
    String source();

    /** The name of its field in the wire contract. */
    String field();

    /** Text without markup. */
    record PlainText(String source) implements SpokenInput {

        @Override
        public String field() {
            return "input.text";
        }
    }

    /** An SSML document. */
    record Ssml(String source) implements SpokenInput {

        @Override
        public String field() {
            return "input.ssml";
        }
    }
}
