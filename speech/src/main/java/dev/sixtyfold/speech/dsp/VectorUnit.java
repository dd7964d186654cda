package dev.sixtyfold.speech.dsp;

import org.jspecify.annotations.Nullable;

/**
 * Whether kernels run by the Vector API or as plain loops. Each kernel is written twice, with the same operations in the same
 * order, so that both give the same bits and one can take the other's place at any time.
 *
 * <p>Kernels of vectors are the faster ones by far once the virtual machine has compiled them, and the slower ones by far
 * before: what has to answer right after its start begins with plain loops, has one thread {@link #rehearse} the others, and
 * turns to them then. A virtual machine without {@value #MODULE} has plain loops alone.
 */
public final class VectorUnit {

    /** Arrays that kernels go through have a multiple of this as length: vectors of every machine fill it. */
    public static final int MULTIPLE = 16;

    /** What the virtual machine has to be started with, as {@code --add-modules}. */
    public static final String MODULE = "jdk.incubator.vector";

    private static final boolean AVAILABLE = ModuleLayer.boot().findModule(MODULE).isPresent();

    // Plain fields: a thread that sees a change late computes the same.
    private static boolean used = AVAILABLE;
    private static @Nullable Thread rehearsing;

    private VectorUnit() {}

    /** Whether this virtual machine has the module. */
    public static boolean available() {
        return AVAILABLE;
    }

    /** Whether this thread's kernels are to run by vectors now. Never true where there are none. */
    public static boolean used() {
        return used || Thread.currentThread() == rehearsing;
    }

    /** Kernels of all threads are plain loops from now on. */
    public static void rest() {
        used = false;
    }

    /** Kernels of all threads run by vectors from now on, where there are any. */
    public static void use() {
        used = AVAILABLE;
    }

    /** Runs something by vectors, where there are any, in this thread alone; one thread at a time may do so. */
    public static void rehearse(Runnable task) {
        rehearsing = AVAILABLE ? Thread.currentThread() : null;
        try {
            task.run();
        } finally {
            rehearsing = null;
        }
    }

    /** The least length that whole vectors of any machine fill and that holds {@code length} elements. */
    public static int padded(int length) {
        return (length + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
    }
}
