package dev.sixtyfold.text.ssml;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rate, pitch and volume where nested {@code prosody} elements have led to, as W3C's SSML 1.1 section 3.2.4 has it: labels,
 * plain numbers and percentages count from the voice's own, what has a sign counts from what holds outside.
 *
 * @param rate
 *            times the pace of the request
 * @param semitones
 *            above the voice's pitch
 * @param decibels
 *            above the voice's level
 */
record Manner(double rate, double semitones, double decibels) {

    static final Manner PLAIN = new Manner(1, 0, 0);

    /** What a voice can do and still be understood. */
    private static final double SLOWEST = 0.25;
    private static final double FASTEST = 4;
    private static final double MOST_SEMITONES = 12;
    private static final double MOST_DECIBELS = 16;

    /** The same in words. */
    static final String LIMITS = "rates reach from 0.25 to 4, pitches to 12 semitones, volumes to +16dB";

    private static final Pattern NUMBER = Pattern.compile("([+-]?)(\\d{1,6}(?:\\.\\d{0,6})?|\\.\\d{1,6})"
            + "(%|st|Hz|hz|dB|db)?");

    /** The same as far as the voice can do it. */
    Manner limited() {
        return new Manner(Math.clamp(rate, SLOWEST, FASTEST), Math.clamp(semitones, -MOST_SEMITONES, MOST_SEMITONES),
                Math.min(decibels, MOST_DECIBELS));
    }

    /** Nothing if {@code value} is no rate. */
    Optional<Manner> withRate(String value) {
        OptionalDouble label = switch (value) {
            case "x-slow" -> OptionalDouble.of(0.5);
            case "slow" -> OptionalDouble.of(0.75);
            case "medium", "default" -> OptionalDouble.of(1);
            case "fast" -> OptionalDouble.of(1.25);
            case "x-fast" -> OptionalDouble.of(1.75);
            default -> OptionalDouble.empty();
        };
        if (label.isPresent()) {
            return Optional.of(new Manner(label.getAsDouble(), semitones, decibels));
        }
        return amount(value).flatMap(amount -> switch (amount.unit) {
            case "%" -> Optional.of(amount.signed ? rate * (1 + amount.value / 100) : amount.value / 100);
            case "" -> Optional.of(amount.signed ? rate * (1 + amount.value) : amount.value);
            default -> Optional.<Double>empty();
        }).map(changed -> new Manner(changed, semitones, decibels));
    }

    /**
     * Nothing if {@code value} is no pitch.
     *
     * @param voiceHertz
     *            the voice's usual pitch
     */
    Optional<Manner> withPitch(String value, double voiceHertz) {
        OptionalDouble label = switch (value) {
            case "x-low" -> OptionalDouble.of(-4);
            case "low" -> OptionalDouble.of(-2);
            case "medium", "default" -> OptionalDouble.of(0);
            case "high" -> OptionalDouble.of(2);
            case "x-high" -> OptionalDouble.of(4);
            default -> OptionalDouble.empty();
        };
        if (label.isPresent()) {
            return Optional.of(new Manner(rate, label.getAsDouble(), decibels));
        }
        return amount(value).flatMap(amount -> switch (amount.unit) {
            case "st" -> Optional.of(amount.signed ? semitones + amount.value : amount.value);
            case "%" -> Optional.of(amount.signed
                    ? semitones + semitones(1 + amount.value / 100)
                    : semitones(amount.value / 100));
            case "Hz" -> {
                double now = voiceHertz * Math.pow(2, semitones / 12);
                yield Optional.of(semitones((amount.signed ? now + amount.value : amount.value) / voiceHertz));
            }
            default -> Optional.<Double>empty();
        }).map(changed -> new Manner(rate, changed, decibels));
    }

    /** Nothing if {@code value} is no volume. */
    Optional<Manner> withVolume(String value) {
        OptionalDouble label = switch (value) {
            case "silent" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            case "x-soft" -> OptionalDouble.of(-12);
            case "soft" -> OptionalDouble.of(-6);
            case "medium", "default" -> OptionalDouble.of(0);
            case "loud" -> OptionalDouble.of(6);
            case "x-loud" -> OptionalDouble.of(10);
            default -> OptionalDouble.empty();
        };
        if (label.isPresent()) {
            return Optional.of(new Manner(rate, semitones, label.getAsDouble()));
        }
        return amount(value).flatMap(amount -> switch (amount.unit) {
            case "dB" -> Optional.of(amount.signed ? decibels + amount.value : amount.value);
            // SSML 1.0: from 0 to 100, which is the voice's own level.
            case "%", "" -> Optional.of(amount.signed
                    ? decibels + decibels(1 + amount.value / 100)
                    : decibels(amount.value / 100));
            default -> Optional.<Double>empty();
        }).map(changed -> new Manner(rate, semitones, changed));
    }

    private static double semitones(double factor) {
        return factor <= 0 ? Double.NEGATIVE_INFINITY : 12 * Math.log(factor) / Math.log(2);
    }

    private static double decibels(double factor) {
        return factor <= 0 ? Double.NEGATIVE_INFINITY : 20 * Math.log10(factor);
    }

    /** A number with its sign, if it has one, and its unit. */
    private record Amount(double value, boolean signed, String unit) {}

    private static Optional<Amount> amount(String value) {
        Matcher matcher = NUMBER.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(matcher.group(2));
        String unit = switch (matcher.group(3)) {
            case null -> "";
            case "hz" -> "Hz";
            case "db" -> "dB";
            case String other -> other;
        };
        return Optional.of(new Amount(matcher.group(1).equals("-") ? -number : number, !matcher.group(1).isEmpty(),
                unit));
    }
}
