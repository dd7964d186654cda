package dev.sixtyfold.server.grpc;

import dev.sixtyfold.proto.v1.SynthesizeRequest;
import dev.sixtyfold.proto.v1.TimepointType;
import dev.sixtyfold.proto.v1.WordTime;
import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import dev.sixtyfold.synthesis.Timepoint;
import java.util.List;

/** Which timepoints a request asks for, as messages of the contract. */
record Timepoints(boolean words, boolean marks) {

    /**
     * What {@code message} asks for.
     *
     * @throws InvalidRequest
     *             if it names a kind that there is not
     */
    static Timepoints of(SynthesizeRequest message) {
        boolean words = false;
        boolean marks = false;
        for (TimepointType type : message.getEnableTimePointingList()) {
            switch (type) {
                case TIMEPOINT_TYPE_WORD -> words = true;
                case TIMEPOINT_TYPE_SSML_MARK -> marks = true;
                case TIMEPOINT_TYPE_UNSPECIFIED, UNRECOGNIZED -> throw new InvalidRequest("enable_time_pointing",
                        "takes TIMEPOINT_TYPE_SSML_MARK and TIMEPOINT_TYPE_WORD");
            }
        }
        return new Timepoints(words, marks);
    }

    /** Those of {@code timepoints} that were asked for. */
    List<dev.sixtyfold.proto.v1.Timepoint> messages(List<Timepoint> timepoints) {
        return timepoints.stream().filter(this::isWanted).map(Timepoints::message).toList();
    }

    private boolean isWanted(Timepoint timepoint) {
        return switch (timepoint) {
            case Timepoint.Word word -> words;
            case Timepoint.Mark mark -> marks;
        };
    }

    private static dev.sixtyfold.proto.v1.Timepoint message(Timepoint timepoint) {
        dev.sixtyfold.proto.v1.Timepoint.Builder message = dev.sixtyfold.proto.v1.Timepoint.newBuilder()
                .setTimeSeconds(timepoint.seconds());
        switch (timepoint) {
            case Timepoint.Mark mark -> message.setMarkName(mark.name());
            case Timepoint.Word word -> message.setWord(WordTime.newBuilder().setSpan(Messages.span(word.source()))
                    .setSpoken(word.spoken()).setEndSeconds(word.endSeconds()));
        }
        return message.build();
    }
}
