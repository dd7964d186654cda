package dev.sixtyfold.encoding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The encodings that there are, by the names that a command line or a configuration gives them. All are mono. */
public enum AudioEncoding {
    /** 16-bit little-endian samples after a WAV header. */
    WAV,
    /** 16-bit little-endian samples and nothing else. */
    PCM;

    /** The encoding of that name, such as {@code wav}, in any case. */
    public static Optional<AudioEncoding> byName(String name) {
        return Arrays.stream(values()).filter(encoding -> encoding.name().equalsIgnoreCase(name)).findFirst();
    }

    /** All names, for a message: {@code "wav, pcm"}. */
    public static String names() {
        return Arrays.stream(values()).map(AudioEncoding::toString).collect(Collectors.joining(", "));
    }

    /** An encoder for one stream of {@code sampleRate} Hz. */
    public AudioEncoder encoder(int sampleRate) {
        return switch (this) {
            case WAV -> new WavEncoder(sampleRate);
            case PCM -> new PcmEncoder(sampleRate);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
