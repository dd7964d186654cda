package dev.sixtyfold.synthesis.schedule;

import static java.lang.System.Logger.Level.DEBUG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * Work on threads that the operating system takes from the processor at once when any other thread wants it. On Linux that
 * is the policy {@code SCHED_IDLE}, which anybody may choose for a thread of their own ({@code sched(7)}); elsewhere, and
 * where a sandbox forbids it, the threads are like all others.
 */
final class BackgroundWork {

    private static final System.Logger LOG = System.getLogger(BackgroundWork.class.getName());

    /** From {@code sched.h}. */
    private static final int SCHED_IDLE = 5;
    private static final int CALLING_THREAD = 0;

    private BackgroundWork() {}

    /** The same work, on a thread that gives way from then on. */
    static Runnable of(Runnable work) {
        return () -> {
            if (!giveWay()) {
                LOG.log(DEBUG, "this system does not let threads give way; batch work has the priority of all other");
            }
            work.run();
        };
    }

    /** Whether the calling thread now gives way to others, for as long as it lives. */
    static boolean giveWay() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return false;
        }
        Linker linker = Linker.nativeLinker();
        SymbolLookup library = linker.defaultLookup();
        Optional<MemorySegment> function = library.find("sched_setscheduler");
        return function.isPresent() && isSet(linker, function.get());
    }

    @SuppressWarnings("restricted") // the launcher and the tests allow native access
    private static boolean isSet(Linker linker, MemorySegment function) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment priority = arena.allocateFrom(ValueLayout.JAVA_INT, 0);
            int result = (int) linker.downcallHandle(function, FunctionDescriptor.of(ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
                    .invokeExact(CALLING_THREAD, SCHED_IDLE, priority);
            return result == 0;
        } catch (Throwable e) { // what a method handle declares
            throw new IllegalStateException(e);
        }
    }
}
