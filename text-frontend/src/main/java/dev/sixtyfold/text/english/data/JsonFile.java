package dev.sixtyfold.text.english.data;

import dev.sixtyfold.speech.SynthesisException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A JSON file of a voice, plain or gzipped, read once from its start to its end without a tree in between. */
public final class JsonFile implements AutoCloseable {

    private final Path path;
    private final JsonParser parser;

    private JsonFile(Path path, JsonParser parser) {
        this.path = path;
        this.parser = parser;
    }

    /** What is to be done with the value of a field; it has to read the whole value. */
    @FunctionalInterface
    public interface FieldReader {
        void read(String name);
    }

    /**
     * @throws SynthesisException.VoiceUnavailable
     *             if the file is missing or cannot be opened
     */
    public static JsonFile open(Path path) {
        try {
            InputStream in = Files.newInputStream(path);
            InputStream plain = path.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
            JsonFile file = new JsonFile(path, new JsonFactory().createParser(ObjectReadContext.empty(), plain));
            file.parser.nextToken();
            return file;
        } catch (NoSuchFileException e) {
            throw new SynthesisException.VoiceUnavailable("no file " + path + ": the voice is not completely installed",
                    e);
        } catch (IOException | JacksonException e) {
            throw new SynthesisException.VoiceUnavailable("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    /** Calls {@code reader} for each field of the object that comes next. */
    public void object(FieldReader reader) {
        expect(JsonToken.START_OBJECT);
        advance();
        while (parser.currentToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            advance();
            reader.read(name);
        }
        expect(JsonToken.END_OBJECT);
        advance();
    }

    /** The strings of the array that comes next. */
    public List<String> strings() {
        expect(JsonToken.START_ARRAY);
        advance();
        List<String> strings = new ArrayList<>();
        while (parser.currentToken() != JsonToken.END_ARRAY) {
            strings.add(string());
        }
        advance();
        return strings;
    }

    public String string() {
        expect(JsonToken.VALUE_STRING);
        String value = parser.getString();
        advance();
        return value;
    }

    public double number() {
        if (!parser.currentToken().isNumeric()) {
            throw unexpected("a number");
        }
        double value = parser.getDoubleValue();
        advance();
        return value;
    }

    /** Whether a null comes next; it is then passed. */
    public boolean passNull() {
        boolean isNull = parser.currentToken() == JsonToken.VALUE_NULL;
        if (isNull) {
            advance();
        }
        return isNull;
    }

    public boolean atObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    public boolean atArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    /** Passes the value that comes next, whatever it is. */
    public void skip() {
        parser.skipChildren();
        advance();
    }

    /** An exception that names the file. */
    public SynthesisException.VoiceUnavailable damaged(String problem) {
        return new SynthesisException.VoiceUnavailable(path + ": " + problem);
    }

    private void expect(JsonToken token) {
        if (parser.currentToken() != token) {
            throw unexpected(token.toString());
        }
    }

    private SynthesisException.VoiceUnavailable unexpected(String wanted) {
        return damaged("expected " + wanted + " where there is " + parser.currentToken() + ", at "
                + parser.currentTokenLocation().offsetDescription());
    }

    private void advance() {
        try {
            parser.nextToken();
        } catch (JacksonException e) {
            throw new SynthesisException.VoiceUnavailable(path + ": " + e.getOriginalMessage(), e);
        }
    }

    @Override
    public void close() {
        parser.close();
    }
}
