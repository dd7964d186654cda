package dev.sixtyfold.server.lifecycle;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import javax.management.NotificationEmitter;

/**
 * Has the old generation of the heap collected before it fills. The serial collector by itself lets it grow to the largest
 * heap there may be before it looks at what is in it, and what was touched once stays resident. With this the largest heap is
 * room for what is really needed at times, and the usual size follows what lives.
 */
public final class OldGeneration {

    /** More than what lives after a collection, in bytes, before there is another one: some minutes of a busy server. */
    private static final long LEAST_GROWTH = 32L << 20;

    private final Pool pool;
    private final Runnable collector;

    /** The part of the heap. */
    interface Pool {

        /** In bytes. */
        long used();

        /** Asks for a notification once so many bytes are used after a collection of the young generation. */
        void notifyAbove(long bytes);
    }

    OldGeneration(Pool pool, Runnable collector) {
        this.pool = pool;
        this.collector = collector;
        expect();
    }

    /** Watches the one of this process, if its collector has one that can be watched, until the process ends. */
    public static void watch() {
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(bean -> bean.getType() == MemoryType.HEAP && bean.getName().equals("Tenured Gen")
                        && bean.isUsageThresholdSupported())
                .findFirst().ifPresent(OldGeneration::watch);
    }

    private static void watch(MemoryPoolMXBean bean) {
        OldGeneration old = new OldGeneration(new Pool() {
            @Override
            public long used() {
                return bean.getUsage().getUsed();
            }

            @Override
            public void notifyAbove(long bytes) {
                bean.setUsageThreshold(Math.min(bytes, bean.getUsage().getMax()));
            }
        }, System::gc);
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        ((NotificationEmitter) memory).addNotificationListener((notification, handback) -> old.exceeded(),
                notification -> notification.getType().equals(MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED), null);
    }

    /** The threshold has been exceeded. */
    void exceeded() {
        collector.run();
        expect();
    }

    private void expect() {
        long living = pool.used();
        pool.notifyAbove(living + Math.max(LEAST_GROWTH, living / 2));
    }
}
