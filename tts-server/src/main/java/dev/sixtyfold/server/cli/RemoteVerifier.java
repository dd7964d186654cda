package dev.sixtyfold.server.cli;

import com.google.protobuf.ByteString;
import dev.sixtyfold.proto.v1.VerifyResponse;
import dev.sixtyfold.proto.v1.VerifyStreamRequest;
import dev.sixtyfold.watermark.detect.SearchEffort;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** Verifies through a server: sends the file as it is, in pieces. */
final class RemoteVerifier implements RecordingVerifier {

    private static final int PIECE = 64 << 10;

    private final ServerConnection server;
    private final dev.sixtyfold.proto.v1.SearchEffort effort;

    RemoteVerifier(ServerConnection server, SearchEffort effort) {
        this.server = server;
        this.effort = switch (effort) {
            case UNCHANGED -> dev.sixtyfold.proto.v1.SearchEffort.SEARCH_EFFORT_UNCHANGED;
            case CHANGED_TOO -> dev.sixtyfold.proto.v1.SearchEffort.SEARCH_EFFORT_UNSPECIFIED;
        };
    }

    @Override
    public VerifyResponse verify(InputStream recording, String file) throws IOException {
        BlockingClientCall<VerifyStreamRequest, VerifyResponse> call = server.verification().verifyStream();
        try {
            boolean open = true;
            for (byte[] piece = recording.readNBytes(PIECE); open && piece.length > 0; piece = recording.readNBytes(
                    PIECE)) {
                open = call.write(VerifyStreamRequest.newBuilder().setSearchEffort(effort).setAudioContent(ByteString
                        .copyFrom(piece)).build());
            }
            call.halfClose();
            VerifyResponse response = call.read();
            if (response == null) {
                throw new CommandFailure(file + ": " + server + " ended the call without an answer");
            }
            return response;
        } catch (StatusException e) {
            throw new CommandFailure(file + ": " + server.failure(e.getStatus(), e).getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(file + ": interrupted");
        } catch (IOException e) {
            call.cancel("the file cannot be read", e);
            throw e;
        }
    }
}
