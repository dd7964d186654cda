package dev.sixtyfold.server.audit;

/** Puts requests on record. Safe for use by many threads at once. */
public interface AuditTrail extends AutoCloseable {

    /** For audio that nobody hears: keeps nothing. */
    AuditTrail NONE = request -> new Recording() {
        @Override
        public void awaitWritten() {}

        @Override
        public void end(AuditResult result) {}
    };

    /** Starts to write down a request and returns at once. */
    Recording begin(AuditedRequest request);

    /** Writes down what is still to be written. */
    @Override
    default void close() {}

    /** The record of one request. */
    interface Recording {

        /**
         * Returns when the request is on record; to be called before its first sample leaves.
         *
         * @throws dev.sixtyfold.speech.SynthesisException.RecordsUnavailable
         *             if it could not be written
         */
        void awaitWritten();

        /** Completes the record, some time soon. */
        void end(AuditResult result);
    }
}
