package dev.sixtyfold.inference;

/** Holds native memory until it is closed. */
public interface NativeSession extends AutoCloseable {

    /** Frees the native memory. Nothing may be running in it. */
    @Override
    void close();
}
