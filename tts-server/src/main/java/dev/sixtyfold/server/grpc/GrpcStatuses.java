package dev.sixtyfold.server.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.BadRequest;
import com.google.rpc.RetryInfo;
import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.speech.SynthesisException.Cancelled;
import dev.sixtyfold.speech.SynthesisException.DeadlineExceeded;
import dev.sixtyfold.speech.SynthesisException.Forbidden;
import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import dev.sixtyfold.speech.SynthesisException.Overloaded;
import dev.sixtyfold.speech.SynthesisException.ReaderStalled;
import dev.sixtyfold.speech.SynthesisException.RecordsUnavailable;
import dev.sixtyfold.speech.SynthesisException.ShuttingDown;
import dev.sixtyfold.speech.SynthesisException.StageFailed;
import dev.sixtyfold.speech.SynthesisException.Unauthenticated;
import dev.sixtyfold.speech.SynthesisException.UnknownVoice;
import dev.sixtyfold.speech.SynthesisException.VoiceUnavailable;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;

/** What a failed request is to a gRPC client: the only place that maps {@link SynthesisException} to a status. */
final class GrpcStatuses {

    private GrpcStatuses() {}

    /** The status, with its details, for whatever a call threw. Internals stay inside. */
    static StatusRuntimeException of(Throwable failure) {
        return failure instanceof SynthesisException known
                ? of(known)
                : internal();
    }

    private static StatusRuntimeException of(SynthesisException failure) {
        return switch (failure) {
            case InvalidRequest invalid -> error(Status.Code.INVALID_ARGUMENT, invalid, Any.pack(badRequest(invalid)));
            case UnknownVoice unknown -> error(Status.Code.NOT_FOUND, unknown);
            case VoiceUnavailable unavailable -> error(Status.Code.FAILED_PRECONDITION, unavailable);
            case Overloaded overloaded -> error(Status.Code.RESOURCE_EXHAUSTED, overloaded, Any.pack(retryInfo(
                    overloaded)));
            case ShuttingDown shuttingDown -> error(Status.Code.UNAVAILABLE, shuttingDown);
            case Unauthenticated unauthenticated -> error(Status.Code.UNAUTHENTICATED, unauthenticated);
            case Forbidden forbidden -> error(Status.Code.PERMISSION_DENIED, forbidden);
            case RecordsUnavailable unavailable -> Status.UNAVAILABLE.withDescription(
                    "the server cannot keep its records, and speaks nothing without them").asRuntimeException();
            case Cancelled cancelled -> error(Status.Code.CANCELLED, cancelled);
            case DeadlineExceeded late -> error(Status.Code.DEADLINE_EXCEEDED, late);
            case ReaderStalled stalled -> error(Status.Code.ABORTED, stalled);
            case StageFailed failed -> internal();
        };
    }

    /** The same words whatever failed: the log has the rest. */
    private static StatusRuntimeException internal() {
        return Status.INTERNAL.withDescription("the server failed to serve this request").asRuntimeException();
    }

    private static BadRequest badRequest(InvalidRequest invalid) {
        return BadRequest.newBuilder()
                .addFieldViolations(BadRequest.FieldViolation.newBuilder().setField(invalid.field())
                        .setDescription(String.valueOf(invalid.getMessage())))
                .build();
    }

    private static RetryInfo retryInfo(Overloaded overloaded) {
        return RetryInfo.newBuilder().setRetryDelay(Duration.newBuilder()
                .setSeconds(overloaded.retryAfter().toSeconds())
                .setNanos(overloaded.retryAfter().toNanosPart())).build();
    }

    private static StatusRuntimeException error(Status.Code code, SynthesisException failure, Any... details) {
        return StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder().setCode(code.value()).setMessage(
                String.valueOf(failure.getMessage())).addAllDetails(List.of(details)).build());
    }
}
