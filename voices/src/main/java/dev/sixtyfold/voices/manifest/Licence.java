package dev.sixtyfold.voices.manifest;

/**
 * On what terms a voice may be used.
 *
 * @param spdx
 *            identifier of the licence, such as {@code Apache-2.0}
 * @param attribution
 *            who made the voice and from what
 * @param source
 *            where its makers publish it
 */
public record Licence(String spdx, String attribution, String source) {}
