package dev.sixtyfold.server.grpc;

import dev.sixtyfold.watermark.detect.Verdict;
import io.grpc.Status;

/** Is told what becomes of calls. Called on many threads at once, and must not wait. */
public interface CallWatch {

    /** Looks away. */
    CallWatch NONE = new CallWatch() {
        @Override
        public void ended(String method, Status.Code status) {}

        @Override
        public void verified(Verdict verdict) {}
    };

    /**
     * A call of one of the services is over.
     *
     * @param method
     *            its bare name, such as {@code StreamSynthesize}
     * @param status
     *            as the client got it, or would have, had it not gone
     */
    void ended(String method, Status.Code status);

    /** A recording has been searched, and this is disclosed of it. */
    void verified(Verdict verdict);
}
