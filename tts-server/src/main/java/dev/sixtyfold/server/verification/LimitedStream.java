package dev.sixtyfold.server.verification;

import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses a recording that is too large, when it turns out to be. */
final class LimitedStream extends FilterInputStream {

    private final long most;
    private final String field;
    private long count;

    LimitedStream(InputStream in, long most, String field) {
        super(in);
        this.most = most;
        this.field = field;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        count(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long length) throws IOException {
        long skipped = super.skip(length);
        count(skipped);
        return skipped;
    }

    private void count(long bytes) {
        count += bytes;
        if (count > most) {
            throw new InvalidRequest(field,
                    "has more than " + most + " bytes, the most that is verified; send a part of it");
        }
    }
}
