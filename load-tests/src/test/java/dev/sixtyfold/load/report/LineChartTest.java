package dev.sixtyfold.load.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.load.report.LineChart.Point;
import dev.sixtyfold.load.report.LineChart.Series;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class LineChartTest {

    @Test
    void aLineGoesThroughItsPointsOnLogarithmicAxes() throws Exception {
        List<Element> marks = circles(new LineChart("First audio", 1, List.of(new Series("one", List.of(new Point(1, 1),
                new Point(10, 10), new Point(100, 100))))));

        assertThat(marks).hasSize(4); // and that of the legend
        assertThat(x(marks.get(1)) - x(marks.get(0))).isCloseTo(x(marks.get(2)) - x(marks.get(1)), Offset.offset(0.2));
        assertThat(y(marks.get(0)) - y(marks.get(1))).isCloseTo(y(marks.get(1)) - y(marks.get(2)), Offset.offset(0.2))
                .isPositive();
    }

    @Test
    void anAxisFromZeroIsLinear() throws Exception {
        List<Element> marks = circles(new LineChart("Throughput", 0, List.of(new Series("one", List.of(new Point(1, 0),
                new Point(2, 50), new Point(4, 100))))));

        assertThat(y(marks.get(0)) - y(marks.get(1))).isCloseTo(y(marks.get(1)) - y(marks.get(2)), Offset.offset(0.2))
                .isPositive();
    }

    @Test
    void whereNothingHappenedTheLineLiesOnTheGround() throws Exception {
        List<Element> marks = circles(new LineChart("Underruns", 0, List.of(new Series("one", List.of(new Point(1, 0),
                new Point(200, 0))))));

        assertThat(y(marks.get(0))).isEqualTo(y(marks.get(1)));
    }

    @Test
    void everyServerHasALineAndAName() throws Exception {
        Document chart = parsed(new LineChart("Throughput", 0, List.of(new Series("one", List.of(new Point(1, 5))),
                new Series("two", List.of(new Point(1, 7), new Point(2, 8))))));

        assertThat(elements(chart, "path")).hasSize(2);
        assertThat(elements(chart, "text").stream().map(Element::getTextContent)).contains("Throughput", "one", "two",
                "listeners at once");
    }

    private static List<Element> circles(LineChart chart) throws Exception {
        return elements(parsed(chart), "circle");
    }

    private static Document parsed(LineChart chart) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(chart.svg(
                        0))));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static double x(Element circle) {
        return Double.parseDouble(circle.getAttribute("cx"));
    }

    private static double y(Element circle) {
        return Double.parseDouble(circle.getAttribute("cy"));
    }
}
