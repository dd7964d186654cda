package dev.sixtyfold.server.cli;

import dev.sixtyfold.server.bench.Machine;
import dev.sixtyfold.server.bench.capacity.CapacityCertificate;
import dev.sixtyfold.server.bench.listeners.LoadFigures;
import dev.sixtyfold.server.bench.listeners.LoadResult;
import tools.jackson.core.JsonGenerator;

/** A capacity certificate for programs. */
final class CapacityJson {

    private CapacityJson() {}

    static String of(CapacityCertificate certificate, Machine machine) {
        return JsonLine.object(json -> {
            json.writeStringProperty("date", certificate.date().toString());
            json.writeNumberProperty("loadAverageBefore", JsonLine.rounded(certificate.loadBefore(), 2));
            json.writeNumberProperty("listeners", certificate.listeners());
            json.writeNumberProperty("idleTimeToFirstAudioP50Millis", JsonLine.rounded(certificate.idle().listeners()
                    .firstAudio().medianMillis(), 2));
            certificate.confirmation().ifPresent(trial -> {
                json.writeObjectPropertyStart("confirmation");
                figures(json, trial.result());
                json.writeEndObject();
            });
            json.writeArrayPropertyStart("trials");
            for (CapacityCertificate.Trial trial : certificate.trials()) {
                json.writeStartObject();
                json.writeNumberProperty("listeners", trial.listeners());
                json.writeBooleanProperty("carried", trial.carried());
                figures(json, trial.result());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringProperty("voice", certificate.idle().speaker().voice());
            json.writeStringProperty("modelHash", certificate.idle().speaker().modelHash());
            MachineJson.write(json, machine);
        });
    }

    private static void figures(JsonGenerator json, LoadResult result) {
        LoadFigures heard = result.listeners();
        json.writeNumberProperty("measuredSeconds", JsonLine.rounded(heard.measured().toNanos() / 1e9, 3));
        json.writeNumberProperty("texts", heard.firstAudio().count());
        json.writeNumberProperty("timeToFirstAudioP50Millis", JsonLine.rounded(heard.firstAudio().medianMillis(), 2));
        json.writeNumberProperty("timeToFirstAudioP95Millis", JsonLine.rounded(heard.firstAudio().millis(95), 2));
        json.writeNumberProperty("timeToFirstAudioP99Millis", JsonLine.rounded(heard.firstAudio().millis(99), 2));
        json.writeNumberProperty("underruns", heard.underruns().count());
        json.writeNumberProperty("refused", heard.refused());
        json.writeNumberProperty("brokenOff", heard.streams().allBroken());
        json.writeNumberProperty("audioSecondsPerSecond", JsonLine.rounded(heard.throughput(), 2));
        json.writeObjectPropertyStart("processorShares");
        json.writeNumberProperty("server", JsonLine.rounded(result.processor().server(), 4));
        json.writeNumberProperty("loadGenerator", JsonLine.rounded(result.processor().generator(), 4));
        json.writeEndObject();
    }
}
