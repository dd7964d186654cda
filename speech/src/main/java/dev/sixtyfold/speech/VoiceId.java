package dev.sixtyfold.speech;

/** The name of a voice in the catalogue: lower-case letters, digits and hyphens, such as {@code heart}. */
public record VoiceId(String name) {

    public VoiceId {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException(
                    "a voice name has 1 to 64 lower-case letters, digits and hyphens, such as heart");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
