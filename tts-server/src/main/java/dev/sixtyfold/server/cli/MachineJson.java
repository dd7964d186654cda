package dev.sixtyfold.server.cli;

import dev.sixtyfold.server.bench.Machine;
import tools.jackson.core.JsonGenerator;

/** The property {@code machine} of what benchmarks print. */
final class MachineJson {

    private MachineJson() {}

    static void write(JsonGenerator json, Machine machine) {
        json.writeObjectPropertyStart("machine");
        json.writeStringProperty("processor", machine.processor());
        json.writeNumberProperty("cores", machine.cores());
        json.writeStringProperty("operatingSystem", machine.operatingSystem());
        json.writeStringProperty("java", machine.java());
        json.writeEndObject();
    }
}
