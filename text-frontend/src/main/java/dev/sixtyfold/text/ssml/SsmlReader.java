package dev.sixtyfold.text.ssml;

import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import dev.sixtyfold.text.markup.MarkedText;
import dev.sixtyfold.text.markup.PhonemeNotation;
import java.io.StringReader;
import java.util.MissingResourceException;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads SSML. The platform's XML parser checks the document, with document types, entities and everything external off; a
 * scanner of our own finds out where in the source each character stands. Safe for use by many threads.
 */
public final class SsmlReader {

    /** Some editors put it before what they save. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int MOST_ATTRIBUTES = 20;
    private static final int LONGEST_ATTRIBUTE = 4000;

    private final PhonemeNotation notation;
    private final double voiceHertz;

    /**
     * A reader for a voice.
     *
     * @param notation
     *            for {@code phoneme}
     * @param voiceHertz
     *            the voice's usual pitch, what {@code pitch="180Hz"} is measured by
     */
    public SsmlReader(PhonemeNotation notation, double voiceHertz) {
        this.notation = notation;
        this.voiceHertz = voiceHertz;
    }

    /**
     * Reads a document, in time linear in its length.
     *
     * @throws InvalidRequest
     *             naming the field {@code input.ssml}, the line and the column, if it is not well-formed, has a document
     *             type or processing instructions, is nested too deeply, or asks for something that cannot be done
     */
    public MarkedText read(String ssml) {
        if (ssml.isBlank()) {
            throw new InvalidRequest("input.ssml", "is empty; give a <speak> element with the text to be spoken");
        }
        try {
            int beginning = ssml.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(ssml.substring(beginning)));
            try {
                return read(ssml, beginning, xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw notWellFormed(ssml, e);
        } catch (MissingResourceException e) {
            // The platform's parser lacks the texts of some of its own messages (InvalidCharInDTD).
            throw SsmlProblem.at(ssml, Math.max(0, ssml.indexOf("<!DOCTYPE")),
                    "not well-formed XML: a character that may not be in a document type");
        }
    }

    private MarkedText read(String ssml, int beginning, XMLStreamReader xml) throws XMLStreamException {
        SourceScanner scanner = new SourceScanner(ssml, beginning);
        SsmlDocument document = new SsmlDocument(notation, voiceHertz);
        boolean empty = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    scanner.text(document);
                    Attributes attributes = attributes(xml, ssml, scanner.position());
                    int start = scanner.codePoints();
                    empty = scanner.tag();
                    document.open(attributes, start, scanner.codePoints());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (!empty) {
                        scanner.text(document);
                        scanner.tag();
                    }
                    empty = false;
                    document.close();
                }
                // The scanner finds what is not allowed, and where it is.
                case XMLStreamConstants.DTD, XMLStreamConstants.PROCESSING_INSTRUCTION,
                        XMLStreamConstants.ENTITY_REFERENCE ->
                    scanner.text(document);
                default -> {
                    // Text is taken from the source when the next tag comes.
                }
            }
        }
        scanner.text(document);
        return document.finish(scanner.codePoints());
    }

    private static Attributes attributes(XMLStreamReader xml, String ssml, int position) {
        if (xml.getAttributeCount() > MOST_ATTRIBUTES) {
            throw SsmlProblem.at(ssml, position, "more than " + MOST_ATTRIBUTES + " attributes");
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeValue(i).length() > LONGEST_ATTRIBUTE) {
                throw SsmlProblem.at(ssml, position, "an attribute of more than " + LONGEST_ATTRIBUTE + " characters");
            }
        }
        return new Attributes(xml.getLocalName(), name -> value(xml, name), ssml, position);
    }

    private static Optional<String> value(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String prefix = xml.getAttributePrefix(i);
            String local = xml.getAttributeLocalName(i);
            if ((prefix == null || prefix.isEmpty() ? local : prefix + ":" + local).equals(name)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        // People write prefixes of other vendors without declaring them.
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        // The limits of the platform count each &amp; too; there can be no other entities.
        for (String limit : new String[]{"maxGeneralEntitySizeLimit", "totalEntitySizeLimit", "entityExpansionLimit"}) {
            factory.setProperty("jdk.xml." + limit, "0");
        }
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("nothing external is allowed");
        });
        return factory;
    }

    /** The parser's reason comes after its own words on the place. */
    private static InvalidRequest notWellFormed(String ssml, XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int reason = message.indexOf("Message: ");
        String problem = "not well-formed XML: " + (reason < 0 ? message : message.substring(reason + 9)).strip();
        return e.getLocation() == null
                ? SsmlProblem.at(ssml, 0, problem)
                : SsmlProblem.at(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber(), problem);
    }
}
