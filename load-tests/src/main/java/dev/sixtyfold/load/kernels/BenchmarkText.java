package dev.sixtyfold.load.kernels;

/** What the stages that read text are given. */
public enum BenchmarkText {

    SENTENCE("The ferry leaves the island at a quarter past seven."),

    PARAGRAPH(
            "The ferry leaves the island at a quarter past seven. Whoever misses it waits until Thursday, since in winter"
                    + " the second boat stays in the yard. Mrs. Halloran, who has sold the tickets for 31 years, says that nobody"
                    + " has ever missed it twice; the first night in the waiting room, on a bench built for smaller people, is"
                    + " lesson enough.");

    private final String text;

    BenchmarkText(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
