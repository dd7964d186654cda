package dev.sixtyfold.text.lexicon;

import dev.sixtyfold.text.alphabet.PhoneticAlphabet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The form in YAML: {@code entries} by word, and {@code examples}. */
final class YamlLexicon {

    private static final Set<String> KEYS = Set.of("alphabet", "entries", "examples");
    private static final Set<String> ENTRY_KEYS = Set.of("ipa", "x-sampa", "alias", "use", "example");
    private static final Set<String> EXAMPLE_KEYS = Set.of("text", "spoken", "phonemes", "words");
    private static final int DEEPEST = 8;

    private final String source;
    private final LexiconBuilder builder = new LexiconBuilder();
    private PhoneticAlphabet alphabet = PhoneticAlphabet.IPA;

    private YamlLexicon(String source) {
        this.source = source;
    }

    static LexiconBuilder read(String source, String content) {
        LoadSettings settings = LoadSettings.builder().setLabel(source).setCodePointLimit(Limits.CHARACTERS)
                .setAllowDuplicateKeys(true).build();
        try {
            // The composer calls itself at each level; the parser does not.
            refuseDepth(source, new Parse(settings).parseString(content));
            Node root = new Compose(settings).composeString(content)
                    .orElseThrow(() -> new LexiconException(source + ":1:1: is empty"));
            YamlLexicon lexicon = new YamlLexicon(source);
            lexicon.readRoot(root);
            return lexicon.builder;
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(mark -> place(source, mark)).orElse(new Place(source, 1, 1));
            throw new LexiconException(place + ": is not YAML: " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new LexiconException(source + ": is not YAML: " + LexiconBuilder.shortened(String.valueOf(e
                    .getMessage())), e);
        }
    }

    private static void refuseDepth(String source, Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            Place place = event.getStartMark().map(mark -> place(source, mark)).orElse(new Place(source, 1, 1));
            if (event instanceof AliasEvent) {
                throw LexiconException.at(place, "an alias of YAML (*name); write the entry itself");
            }
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                throw LexiconException.at(place, "is nested more than " + DEEPEST + " deep");
            }
        }
    }

    private void readRoot(Node root) {
        Map<String, Node> fields = fields(root, "the file", KEYS);
        Node named = fields.get("alphabet");
        if (named != null) {
            alphabet = builder.alphabet(place(named), scalar(named, "alphabet"));
        }
        Node entries = fields.get("entries");
        if (entries == null) {
            throw LexiconException.at(place(root), "has no \"entries:\"");
        }
        for (NodeTuple tuple : mapping(entries, "entries").getValue()) {
            String written = scalar(tuple.getKeyNode(), "a word");
            for (Node reading : listOf(tuple.getValueNode())) {
                readEntry(written, reading, place(tuple.getKeyNode()));
            }
        }
        Node examples = fields.get("examples");
        if (examples != null) {
            listOf(examples).forEach(this::readExample);
        }
    }

    private void readEntry(String written, Node reading, Place place) {
        if (reading instanceof ScalarNode scalar) {
            builder.add(written, Use.ANY, builder.phonemes(place(scalar), alphabet, scalar.getValue()), place);
            return;
        }
        Map<String, Node> fields = fields(reading, "an entry", ENTRY_KEYS);
        List<Target> targets = new ArrayList<>();
        for (PhoneticAlphabet each : PhoneticAlphabet.values()) {
            Node phonemes = fields.get(each.label());
            if (phonemes != null) {
                targets.add(builder.phonemes(place(phonemes), each, scalar(phonemes, each.label())));
            }
        }
        Node alias = fields.get("alias");
        if (alias != null) {
            targets.add(builder.alias(place(alias), scalar(alias, "alias")));
        }
        if (targets.size() != 1) {
            throw LexiconException.at(place(reading), "an entry has one of ipa, x-sampa and alias; this has " + targets
                    .size());
        }
        Node use = fields.get("use");
        builder.add(written, use == null ? Use.ANY : builder.use(place(use), scalar(use, "use")), targets.getFirst(),
                place);
        Node example = fields.get("example");
        if (example != null) {
            builder.exampleOf(written, targets.getFirst(), scalar(example, "example"), place(example));
        }
    }

    private void readExample(Node node) {
        Map<String, Node> fields = fields(node, "an example", EXAMPLE_KEYS);
        Node text = fields.get("text");
        if (text == null || fields.size() == 1) {
            throw LexiconException.at(place(node),
                    "an example has a text, and spoken, phonemes or words to hold it to");
        }
        Map<String, String> words = new LinkedHashMap<>();
        Node sounds = fields.get("words");
        if (sounds != null) {
            for (NodeTuple tuple : mapping(sounds, "words").getValue()) {
                words.put(scalar(tuple.getKeyNode(), "a word"), scalar(tuple.getValueNode(), "words"));
            }
        }
        builder.example(scalar(text, "text"), optional(fields.get("spoken"), "spoken"), optional(fields.get("phonemes"),
                "phonemes"), words, alphabet, place(node));
    }

    private Optional<String> optional(@Nullable Node node, String key) {
        return node == null ? Optional.empty() : Optional.of(scalar(node, key));
    }

    private Map<String, Node> fields(Node node, String what, Set<String> known) {
        Map<String, Node> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping(node, what).getValue()) {
            String key = scalar(tuple.getKeyNode(), "a key");
            if (!known.contains(key)) {
                throw LexiconException.at(place(tuple.getKeyNode()), "unknown key \"" + LexiconBuilder.shortened(key)
                        + "\" in " + what + "; known keys: " + String.join(", ", known.stream().sorted().toList()));
            }
            if (fields.put(key, tuple.getValueNode()) != null) {
                throw LexiconException.at(place(tuple.getKeyNode()), "the key \"" + key + "\" is there twice");
            }
        }
        return fields;
    }

    private MappingNode mapping(Node node, String what) {
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        throw LexiconException.at(place(node), what + " has keys and values");
    }

    private static List<Node> listOf(Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    }

    private String scalar(Node node, String key) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw LexiconException.at(place(node), key + " takes a single value");
    }

    private Place place(Node node) {
        return node.getStartMark().map(mark -> place(source, mark)).orElse(new Place(source, 1, 1));
    }

    private static Place place(String source, Mark mark) {
        return new Place(source, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
