package dev.sixtyfold.load.kernels;

/** What the stages that read text are given. */
public enum BenchmarkText {

    SENTENCE("The ferry leaves the island at a quarter past seven."),

    PARAGRAPH(
            "The ferry leaves the island at a quarter past seven. Whoever misses it waits until Thursday, since in winter"
                    + " the second boat stays in the yard. Mrs. Halloran, who has sold the tickets for 31 years, says that nobody"
                    + " has ever missed it twice; the first night in the waiting room, on a bench built for smaller people, is"
                    + " lesson enough."),

    FIGURES(
            "On Jan. 5, 2024, Dr. Halloran paid $1,250.75 for 3.5 kg of rope; by 6:45 p.m. it was -12°C, and 2/3 of the 48"
                    + " seats on the No. 7 ferry (built 1998-2001 at 12 Dock St.) were taken, i.e. 66.7%.");

    private final String text;

    BenchmarkText(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
