package dev.sixtyfold.voices.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The fields of a JSON object, each to be taken once by name and type. What is missing, of the wrong type or left over is
 * an {@link IllegalArgumentException} with the path of the field.
 */
final class JsonFields {

    private final String path;
    private final Map<String, Object> rest;

    private JsonFields(String path, Map<String, Object> rest) {
        this.path = path;
        this.rest = rest;
    }

    static JsonFields parse(byte[] json) {
        JsonFactory factory = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json)) {
            Object value = value(parser, parser.nextToken());
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("there is more after the end of the object");
            }
            return fields("", value);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no valid JSON: " + e.getMessage(), e);
        }
    }

    String text(String name) {
        return take(name, String.class, "a text");
    }

    int integer(String name) {
        return Math.toIntExact(take(name, Long.class, "an integer"));
    }

    long longInteger(String name) {
        return take(name, Long.class, "an integer");
    }

    JsonFields object(String name) {
        return fields(path + name, take(name, Map.class, "an object"));
    }

    Optional<JsonFields> optionalObject(String name) {
        return rest.containsKey(name) ? Optional.of(object(name)) : Optional.empty();
    }

    /** At least one. */
    List<JsonFields> objects(String name) {
        List<JsonFields> objects = new ArrayList<>();
        for (Object element : list(name)) {
            objects.add(fields(path + name + "[" + objects.size() + "]", element));
        }
        return objects;
    }

    /** At least one. */
    List<Integer> integers(String name) {
        List<Integer> integers = new ArrayList<>();
        for (Object element : list(name)) {
            if (!(element instanceof Long integer)) {
                throw new IllegalArgumentException(path + name + "[" + integers.size() + "]: an integer is needed");
            }
            integers.add(Math.toIntExact(integer));
        }
        return integers;
    }

    /** None if there is no such field, otherwise at least one. */
    List<String> optionalTextList(String name) {
        List<String> texts = new ArrayList<>();
        for (Object element : rest.containsKey(name) ? list(name) : List.of()) {
            if (!(element instanceof String text)) {
                throw new IllegalArgumentException(path + name + "[" + texts.size() + "]: a text is needed");
            }
            texts.add(text);
        }
        return texts;
    }

    /** An object whose names are not fixed, with text values, in the order they stand in. */
    Map<String, String> texts(String name) {
        JsonFields object = object(name);
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : List.copyOf(object.rest.keySet())) {
            texts.put(key, object.text(key));
        }
        return texts;
    }

    /** To be called when all known fields were taken. */
    void end() {
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException(path + rest.keySet().iterator().next() + ": unknown field");
        }
    }

    private List<?> list(String name) {
        List<?> list = take(name, List.class, "a list");
        if (list.isEmpty()) {
            throw new IllegalArgumentException(path + name + ": is empty; at least one is needed");
        }
        return list;
    }

    private <T> T take(String name, Class<T> type, String what) {
        Object value = rest.remove(name);
        if (value == null) {
            throw new IllegalArgumentException(path + name + ": is missing; " + what + " is needed");
        }
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(path + name + ": " + what + " is needed");
        }
        return type.cast(value);
    }

    private static JsonFields fields(String path, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException((path.isEmpty() ? "the file" : path) + ": an object is needed");
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, member) -> copy.put((String) name, member));
        return new JsonFields(path.isEmpty() ? "" : path + ".", copy);
    }

    private static Object value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case START_OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    members.put(name, value(parser, parser.nextToken()));
                }
                yield members;
            }
            case START_ARRAY -> {
                List<Object> elements = new ArrayList<>();
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    elements.add(value(parser, next));
                }
                yield elements;
            }
            default -> throw new IllegalArgumentException("line " + parser.currentTokenLocation().getLineNr() + ": "
                    + token + " has no place in a manifest");
        };
    }
}
