package dev.sixtyfold.server.caller;

import dev.sixtyfold.server.audit.Requester;
import dev.sixtyfold.speech.SynthesisException.Unauthenticated;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a call comes from. Where no callers are configured the server is open: calls from this machine are its user's, who has all
 * rights; others are anonymous and may have texts spoken and ask for watermarks.
 */
public final class Callers {

    private static final String SCHEME = "bearer ";
    private static final Caller LOCAL = new Caller(Requester.LOCAL, EnumSet.allOf(Right.class));
    private static final Caller ANONYMOUS = new Caller("anonymous", Set.of(Right.SYNTHESIZE, Right.VERIFY));

    private final List<CallerConfig> configured;

    /**
     * @param configured
     *            empty for an open server
     * @throws IllegalArgumentException
     *             if two of them have the same name or key
     */
    public Callers(List<CallerConfig> configured) {
        this.configured = List.copyOf(configured);
        if (configured.stream().map(CallerConfig::name).distinct().count() < configured.size()) {
            throw new IllegalArgumentException("callers: two have the same name");
        }
        if (configured.stream().map(CallerConfig::keyHash).distinct().count() < configured.size()) {
            throw new IllegalArgumentException("callers: two have the same key-hash");
        }
    }

    /** An open server. */
    public static Callers none() {
        return new Callers(List.of());
    }

    /**
     * The caller of a call.
     *
     * @param authorization
     *            the header of that name: {@code Bearer KEY}
     * @param fromThisMachine
     *            whether the connection comes over the loopback interface
     * @throws Unauthenticated
     *             if callers are configured and the key is missing or none of theirs
     */
    public Caller of(@Nullable String authorization, boolean fromThisMachine) {
        if (configured.isEmpty()) {
            return fromThisMachine ? LOCAL : ANONYMOUS;
        }
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw new Unauthenticated("authorization: is missing; send \"Bearer KEY\"");
        }
        byte[] hash = sha256(authorization.substring(SCHEME.length()).strip());
        for (CallerConfig caller : configured) {
            if (MessageDigest.isEqual(hash, HexFormat.of().parseHex(caller.keyHash()))) {
                return new Caller(caller.name(), Set.copyOf(caller.rights()));
            }
        }
        throw new Unauthenticated("authorization: the key is not one of this server's");
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }
}
