package dev.sixtyfold.text.lexicon;

import dev.sixtyfold.text.alphabet.PhoneticAlphabet;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The W3C's Pronunciation Lexicon Specification 1.0. Document types and entities of its own are refused; elements of other
 * namespaces, metadata and the like are passed over.
 */
final class PlsLexicon {

    private static final String NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon";
    private static final int DEEPEST = 32;

    private final String name;
    private final XMLStreamReader xml;
    private final LexiconBuilder builder = new LexiconBuilder();
    private PhoneticAlphabet alphabet = PhoneticAlphabet.IPA;

    private PlsLexicon(String name, XMLStreamReader xml) {
        this.name = name;
        this.xml = xml;
    }

    static LexiconBuilder read(String source, String content) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(content));
            PlsLexicon lexicon = new PlsLexicon(source, xml);
            lexicon.readDocument();
            return lexicon.builder;
        } catch (XMLStreamException e) {
            Place place = new Place(source, e.getLocation() == null ? 1 : e.getLocation().getLineNumber(),
                    e.getLocation() == null ? 1 : e.getLocation().getColumnNumber());
            throw new LexiconException(place + ": is not XML: " + firstLine(e), e);
        } catch (MissingResourceException e) {
            // The platform's parser lacks the texts of some of its own messages (InvalidCharInDTD).
            throw new LexiconException(new Place(source, 1, 1)
                    + ": is not XML: a character that may not be in a document type", e);
        }
    }

    /** The parser's message without the place, which comes before it. */
    private static String firstLine(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int at = message.indexOf("Message: ");
        return LexiconBuilder.shortened(at < 0 ? message : message.substring(at + "Message: ".length()));
    }

    private void readDocument() throws XMLStreamException {
        boolean found = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw problem("has a document type; leave it out");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (!xml.getLocalName().equals("lexicon") || !isOurs()) {
                    throw problem(
                            "the root is <" + xml.getLocalName() + ">; a pronunciation lexicon has <lexicon xmlns=\""
                                    + NAMESPACE + "\">");
                }
                found = true;
                readLexicon();
            }
        }
        if (!found) {
            throw problem("has no <lexicon>");
        }
    }

    private void readLexicon() throws XMLStreamException {
        String named = xml.getAttributeValue(null, "alphabet");
        if (named != null) {
            alphabet = builder.alphabet(place(), named);
        }
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("lexeme") && isOurs()) {
                    readLexeme();
                } else {
                    skip(1);
                }
            }
        }
    }

    private void readLexeme() throws XMLStreamException {
        Place start = place();
        List<Use> uses = uses();
        List<String> graphemes = new ArrayList<>();
        List<String> examples = new ArrayList<>();
        Optional<Target> target = Optional.empty();
        boolean preferred = false;
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            Place place = place();
            boolean preferredNow = "true".equals(xml.getAttributeValue(null, "prefer"));
            switch (isOurs() ? xml.getLocalName() : "") {
                case "grapheme" -> graphemes.add(text());
                case "example" -> examples.add(text());
                case "phoneme", "alias" -> {
                    Target found = reading(place);
                    // The first one, unless a later one is preferred.
                    target = target.isEmpty() || (preferredNow && !preferred) ? Optional.of(found) : target;
                    preferred |= preferredNow;
                }
                default -> skip(1);
            }
        }
        add(start, uses, graphemes, examples, target);
    }

    private void add(Place start, List<Use> uses, List<String> graphemes, List<String> examples,
            Optional<Target> target) {
        if (graphemes.isEmpty()) {
            throw LexiconException.at(start, "a <lexeme> without a <grapheme>");
        }
        Target reading = target.orElseThrow(() -> LexiconException.at(start,
                "a <lexeme> with neither a <phoneme> nor an <alias>"));
        for (String grapheme : graphemes) {
            for (Use use : uses) {
                builder.add(grapheme, use, reading, start);
            }
        }
        for (String example : examples) {
            String grapheme = graphemes.stream()
                    .filter(written -> Words.of(example).contains(Words.of(written.strip())))
                    .findFirst().orElse(graphemes.getFirst());
            builder.exampleOf(grapheme, reading, example, start);
        }
    }

    private Target reading(Place place) throws XMLStreamException {
        if (xml.getLocalName().equals("alias")) {
            return builder.alias(place, text());
        }
        String named = xml.getAttributeValue(null, "alphabet");
        PhoneticAlphabet own = named == null ? alphabet : builder.alphabet(place, named);
        return builder.phonemes(place, own, text());
    }

    /** The attribute role is a list of qualified names; their local part is the part of speech. */
    private List<Use> uses() {
        String role = xml.getAttributeValue(null, "role");
        if (role == null || role.isBlank()) {
            return List.of(Use.ANY);
        }
        List<Use> uses = new ArrayList<>();
        for (String name : role.strip().split("\\s+", -1)) {
            uses.add(builder.use(place(), name.substring(name.indexOf(':') + 1)));
        }
        return uses;
    }

    private String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            switch (xml.getEventType()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getText());
                case XMLStreamConstants.START_ELEMENT -> throw problem("<" + xml.getLocalName()
                        + "> stands where only text may");
                case XMLStreamConstants.ENTITY_REFERENCE -> throw problem("an entity that XML does not have; "
                        + "write the character itself");
                default -> {
                }
            }
        }
        return text.toString();
    }

    private void skip(int depth) throws XMLStreamException {
        int open = depth;
        while (open > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && ++open > DEEPEST) {
                throw problem("elements are nested more than " + DEEPEST + " deep");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            }
        }
    }

    /** Files without the namespace are common. */
    private boolean isOurs() {
        String namespace = xml.getNamespaceURI();
        return namespace == null || namespace.isEmpty() || namespace.equals(NAMESPACE);
    }

    private Place place() {
        return new Place(name, xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber());
    }

    private LexiconException problem(String message) {
        return LexiconException.at(place(), message);
    }
}
