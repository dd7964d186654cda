package dev.sixtyfold.server.caller;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One entry of the list {@code callers} of the configuration.
 *
 * @param name
 *            goes on record with each request
 * @param keyHash
 *            SHA-256 of the caller's key, in hex. Keys have to be random: a hash does not hide what can be guessed
 * @param rights
 *            at least one
 * @param lexicons
 *            files that hold for this caller's requests, before those of the server; of two entries for the same word that of
 *            the earlier file counts
 */
public record CallerConfig(String name, String keyHash, List<Right> rights, List<Path> lexicons) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Set<String> RESERVED = Set.of("local", "anonymous");

    /** A caller without lexicons of its own. */
    public CallerConfig(String name, String keyHash, List<Right> rights) {
        this(name, keyHash, rights, List.of());
    }

    public CallerConfig {
        rights = List.copyOf(rights);
        lexicons = List.copyOf(lexicons);
        if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
            throw new IllegalArgumentException("name: \"" + name + "\" is not 1 to 64 of a-z, 0-9, '.', '_' and '-',"
                    + " other than local and anonymous");
        }
        if (!SHA_256.matcher(keyHash).matches()) {
            throw new IllegalArgumentException("key-hash: is not the SHA-256 of a key in 64 hex digits, as"
                    + " sha256sum gives it");
        }
        if (rights.isEmpty()) {
            throw new IllegalArgumentException("rights: is empty; give some of " + List.of(Right.values()));
        }
    }
}
