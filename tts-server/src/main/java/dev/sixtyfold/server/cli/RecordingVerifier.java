package dev.sixtyfold.server.cli;

import dev.sixtyfold.proto.v1.VerifyResponse;
import java.io.IOException;
import java.io.InputStream;

/** Looks for watermarks in recordings. */
interface RecordingVerifier {

    /**
     * Searches a recording.
     *
     * @param recording
     *            a file of any kind that is read; closing it is the caller's
     * @param file
     *            its name, for messages
     * @throws IOException
     *             if it is no recording, or cannot be read
     * @throws CommandFailure
     *             if it is not verified for another reason; the message begins with the name
     */
    VerifyResponse verify(InputStream recording, String file) throws IOException;
}
