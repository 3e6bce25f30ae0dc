package skylark.bench.page;

import java.util.List;
import skylark.replay.page.Markup;
import skylark.replay.page.ReportPage;

/** What all pages of the bench begin and end with. */
final class Sheet {
    private Sheet() {}

    /** Up to the first section. */
    static Markup begin(String name, String title, List<String> facts) {
        Markup page = new Markup();
        page.raw("<!doctype html>\n").open("html", "lang", "en").open("head").empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.leaf("title", "Skylark \u2013 " + name)
                .open("style")
                .raw(ReportPage.style())
                .close("style")
                .close("head");
        page.open("body").open("main").open("header").open("div").leaf("p", "Skylark", "class", "brand");
        page.leaf("h1", title);
        facts.forEach(fact -> page.leaf("p", fact, "class", "sub"));
        page.close("div").close("header");
        return page;
    }

    /** The whole document. */
    static String end(Markup page) {
        return page.close("main").close("body").close("html").raw("\n").toString();
    }
}
