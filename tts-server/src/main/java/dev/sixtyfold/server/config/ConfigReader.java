package dev.sixtyfold.server.config;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads a YAML file into a record: a component {@code grpcPort} is the key {@code grpc-port}, a component that is a record
 * is a section, a list is a sequence, of records or of single values. Keys that the file leaves out keep their defaults; a key that no component has is refused by name. What a
 * record's constructor refuses is refused here too, with the file and the line.
 */
public final class ConfigReader {

    private final String source;

    private ConfigReader(String source) {
        this.source = source;
    }

    /**
     * The configuration in {@code file}.
     *
     * @param defaults
     *            for what the file leaves out
     * @throws ConfigurationException
     *             if the file cannot be read or says something that the record does not take
     */
    public static <R extends Record> R read(Path file, R defaults) {
        try {
            return read(file.toString(), Files.readString(file), defaults);
        } catch (IOException e) {
            throw new ConfigurationException(file + ": cannot be read as a UTF-8 file (" + e + ")", e);
        }
    }

    /** The configuration in {@code yaml}, which messages call {@code source}. */
    static <R extends Record> R read(String source, String yaml, R defaults) {
        Optional<Node> root;
        try {
            root = new Compose(LoadSettings.builder().setLabel(source).build()).composeString(yaml);
        } catch (YamlEngineException e) {
            throw new ConfigurationException(source + ": is not YAML: " + e.getMessage(), e);
        }
        return root.map(node -> new ConfigReader(source).section(node, "the file", defaults)).orElse(defaults);
    }

    private <R extends Record> R section(Node node, String name, R defaults) {
        if (!(node instanceof MappingNode mapping)) {
            throw problem(node, name + " has keys and values, such as \"" + dashed(components(defaults)[0].getName())
                    + ": …\"");
        }
        Map<String, RecordComponent> components = new LinkedHashMap<>();
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : components(defaults)) {
            components.put(dashed(component.getName()), component);
            values.put(dashed(component.getName()), valueOf(component, defaults));
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode(), "a key");
            RecordComponent component = known(components, key, tuple.getKeyNode(), name);
            values.put(key, value(tuple.getValueNode(), key, component, values.get(key)));
        }
        @SuppressWarnings("unchecked")
        R record = (R) construct(node, defaults.getClass(), values.values().toArray());
        return record;
    }

    private Object value(Node node, String key, RecordComponent component, @Nullable Object byDefault) {
        if (byDefault instanceof Record section) {
            return section(node, key, section);
        }
        if (component.getType() == List.class) {
            return list(node, key, component);
        }
        return scalar(node, key, component.getType());
    }

    private RecordComponent known(Map<String, RecordComponent> components, String key, Node node, String where) {
        RecordComponent component = components.get(key);
        if (component == null) {
            throw problem(node, "unknown key \"" + key + "\" in " + where + "; " + NearestName.hint(key, components
                    .keySet()));
        }
        return component;
    }

    private Object scalar(Node node, String key, Class<?> type) {
        String text = scalar(node, key);
        try {
            return ScalarValue.parse(type, text);
        } catch (IllegalArgumentException e) {
            throw problem(node, key + ": " + e.getMessage());
        }
    }

    private List<?> list(Node node, String key, RecordComponent component) {
        Class<?> type = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        if (!(node instanceof SequenceNode sequence)) {
            throw problem(node, key + ": takes a list, such as [one, two]");
        }
        return sequence.getValue().stream().map(item -> type.isRecord()
                ? entry(item, key, type)
                : scalar(item, key,
                        type))
                .toList();
    }

    /** An entry of a list of records. It has no defaults: every key has to be there, but for lists, which are empty then. */
    private Object entry(Node node, String list, Class<?> type) {
        if (!(node instanceof MappingNode mapping)) {
            throw problem(node, list + ": takes entries with keys and values");
        }
        Map<String, RecordComponent> components = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            components.put(dashed(component.getName()), component);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode(), "a key");
            RecordComponent component = known(components, key, tuple.getKeyNode(), list);
            values.put(key, component.getType() == List.class
                    ? list(tuple.getValueNode(), key, component)
                    : scalar(tuple.getValueNode(), key, component.getType()));
        }
        components.forEach((key, component) -> {
            if (component.getType() == List.class) {
                values.putIfAbsent(key, List.of());
            } else if (!values.containsKey(key)) {
                throw problem(node, key + ": is missing in an entry of " + list);
            }
        });
        return construct(node, type, components.keySet().stream().map(values::get).toArray());
    }

    private String scalar(Node node, String key) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw problem(node, key + ": takes a single value");
    }

    private Object construct(Node node, Class<?> type, Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(
                Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw problem(node, String.valueOf(refused.getMessage()));
            }
            throw new IllegalStateException("cannot make " + type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }

    private ConfigurationException problem(Node node, String message) {
        String line = node.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
        return new ConfigurationException(source + line + ": " + message);
    }

    private static RecordComponent[] components(Record record) {
        return record.getClass().getRecordComponents();
    }

    private static Object valueOf(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static String dashed(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
