package dev.sixtyfold.server.caller;

import dev.sixtyfold.speech.SynthesisException.Forbidden;
import java.util.Set;

/** Who calls. */
public record Caller(String name, Set<Right> rights) {

    public Caller {
        rights = Set.copyOf(rights);
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    /**
     * Checks a right.
     *
     * @throws Forbidden
     *             if this caller does not have it
     */
    public void require(Right right) {
        if (!may(right)) {
            throw new Forbidden("this takes the right \"" + right + "\", which the caller " + name + " does not have");
        }
    }
}
