package skylark.replay.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import skylark.domain.Slot;
import skylark.domain.Slots;
import skylark.domain.TurnResult;
import skylark.replay.Announcement;
import skylark.replay.Judgement;
import skylark.replay.ReplaySummary;
import skylark.replay.TurnRecord;
import skylark.replay.WordErrors;

/** The talk, turn by turn: said and heard, understood, replied, and how long it took. */
final class TurnTable {
    private static final double BAR_PX = 150;

    private final Markup page;
    private final List<TurnRecord> turns;
    private final Scale delay;

    private TurnTable(Markup page, List<TurnRecord> turns) {
        this.page = page;
        this.turns = turns;
        double mostMs = turns.stream()
                .map(TurnRecord::v2vMs)
                .filter(ms -> ms != null)
                .mapToDouble(ms -> ms)
                .max()
                .orElse(1000);
        this.delay = new Scale(0, Math.max(1, Math.min(mostMs, 2000)), 0, BAR_PX);
    }

    static void draw(Markup page, List<TurnRecord> turns, List<Announcement> announcements) {
        new TurnTable(page, turns).table(announcements);
    }

    private void table(List<Announcement> announcements) {
        page.open("table", "class", "turns").open("thead").open("tr");
        List.of("#", "Said, and heard", "Understood", "Replied", "Delay, ms").forEach(head -> page.leaf("th", head));
        page.close("tr").close("thead").open("tbody");
        announced(announcements, 0);
        for (int i = 0; i < turns.size(); i++) {
            row(i + 1, turns.get(i));
            announced(announcements, i + 1);
        }
        page.close("tbody").close("table");
    }

    private void announced(List<Announcement> announcements, int afterTurn) {
        for (Announcement announcement : announcements) {
            if (announcement.afterTurn() == afterTurn) {
                page.open("tr", "class", "announced").leaf("td", "").open("td", "colspan", "4");
                page.leaf("span", announcement.code(), "class", "chip").text(" " + announcement.text());
                page.close("td").close("tr");
            }
        }
    }

    private void row(int number, TurnRecord turn) {
        Judgement judgement = Judgement.of(turn);
        page.open("tr", "id", "turn-" + number, "class", String.join(" ", concerns(turn, judgement)));
        page.open("td", "class", "num")
                .leaf("a", String.valueOf(number), "href", "#time-" + number)
                .close("td");
        page.open("td");
        said(turn, judgement.words());
        page.close("td").open("td");
        understood(turn, judgement);
        page.close("td").open("td");
        replied(turn);
        page.close("td").open("td", "class", "delay");
        delays(turn);
        page.close("td").close("tr");
    }

    /** What the filter above the table looks for. */
    private static List<String> concerns(TurnRecord turn, Judgement judgement) {
        Double c2aMs = turn.c2aMs();
        WordErrors words = judgement.words();
        Map<String, Boolean> concerns = Map.of(
                "wrong",
                judgement.wrongAction() || Boolean.FALSE.equals(judgement.exact()),
                "misheard",
                words != null && words.edits() > 0,
                "late",
                turn.fallback() || (c2aMs != null && c2aMs > ReplaySummary.DEADLINE_MS),
                "cut",
                turn.cutIn(),
                "failed",
                turn.error() != null);
        return concerns.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private void said(TurnRecord turn, @Nullable WordErrors words) {
        page.open("div", "class", "said");
        if (words == null) {
            page.text(turn.heard().isEmpty() ? Figure.NONE : turn.heard());
        } else {
            words.steps().forEach(this::step);
        }
        page.close("div").open("div", "class", "sub").text(turn.recording().audio());
        if (turn.recording().speaker() != null) {
            page.text(" \u00b7 " + turn.recording().speaker());
        }
        page.close("div");
    }

    private void step(WordErrors.Step step) {
        switch (step.kind()) {
            case SAME -> page.text(step.said());
            case DELETED -> page.leaf("del", step.said());
            case INSERTED -> page.leaf("ins", step.heard());
            case SUBSTITUTED -> page.leaf("del", step.said()).text(" ").leaf("ins", step.heard());
        }
        page.text(" ");
    }

    private void understood(TurnRecord turn, Judgement judgement) {
        TurnResult result = turn.result();
        if (result == null) {
            page.text(Figure.NONE);
            return;
        }
        page.leaf("div", result.intent().wireName() + slots(result.slots()), "class", "intent");
        page.open("div")
                .leaf(
                        "span",
                        result.decision().wireName(),
                        "class",
                        "chip " + result.decision().wireName());
        page.leaf("span", "class " + result.effectiveClass(), "class", "sub").close("div");
        if (judgement.wrongAction()) {
            page.leaf("div", "wrong action", "class", "problem");
        }
        if (Boolean.FALSE.equals(judgement.exact()) && turn.recording().intent() != null) {
            String asked = turn.recording().intent().wireName()
                    + slots(turn.recording().labelledSlots());
            page.leaf("div", "asked for " + asked, "class", "problem");
        }
    }

    private static String slots(Slots slots) {
        return slots.present().stream()
                .map(slot -> " \u00b7 " + slot.key() + " " + value(slots, slot))
                .collect(Collectors.joining());
    }

    private static @Nullable Object value(Slots slots, Slot slot) {
        return switch (slot) {
            case METRES -> Figure.of(slots.metres());
            case DEGREES -> Figure.of(slots.degrees());
            case MPS -> Figure.of(slots.mps());
            case WAYPOINT -> slots.waypoint();
            case DIRECTION -> slots.direction();
            case REFERENCE -> slots.reference();
            case LEVEL -> slots.level();
            case STATE -> slots.state();
            case WHAT -> slots.what();
        };
    }

    private void replied(TurnRecord turn) {
        TurnResult result = turn.result();
        if (result != null) {
            page.open("div").text(result.reply());
            play(turn.replyWav());
            page.close("div").open("div");
            page.leaf(
                    "span",
                    result.source().wireName(),
                    "class",
                    "chip " + result.source().wireName());
            if (turn.speculation() != null) {
                page.leaf("span", "speculation " + turn.speculation().wireName(), "class", "sub");
            }
            page.close("div");
        }
        if (turn.fallback()) {
            String why = turn.whyLate() == null ? "" : ": " + turn.whyLate();
            page.leaf("div", "fallback sounded first" + why, "class", "problem");
        }
        if (turn.error() != null) {
            page.leaf("div", turn.error(), "class", "problem");
        }
    }

    private void play(@Nullable Path wav) {
        if (wav != null) {
            page.text("\u00a0").leaf("a", "\u25b6", "class", "play", "href", link(wav), "title", "Listen to the reply");
        }
    }

    /** A relative path as a link; the names are made by the report and need no encoding beyond the separator. */
    private static String link(Path wav) {
        return wav.toString().replace('\\', '/');
    }

    private void delays(TurnRecord turn) {
        Double epdMs = turn.epdMs();
        Double c2aMs = turn.c2aMs();
        page.open("div", "class", "clocks");
        clock("EPD", epdMs);
        clock("C2A", c2aMs);
        clock("V2V", turn.v2vMs());
        page.close("div");
        page.open("svg", "viewBox", "0 0 150 6", "preserveAspectRatio", "none", "aria-hidden", "true");
        double commitPx = delay.clampedPx(epdMs == null ? 0 : epdMs);
        double soundPx = delay.clampedPx(Math.max(0, epdMs == null ? 0 : epdMs) + (c2aMs == null ? 0 : c2aMs));
        page.empty("rect", "class", "wait", "x", "0", "y", "0", "height", "6", "width", Figure.px(commitPx));
        page.empty(
                "rect",
                "class",
                "answer",
                "x",
                Figure.px(commitPx),
                "y",
                "0",
                "height",
                "6",
                "width",
                Figure.px(Math.max(c2aMs == null ? 0 : 1, soundPx - commitPx)));
        page.close("svg");
        if (turn.cutIn()) {
            page.leaf("div", "cut in", "class", "problem");
        }
        if (turn.cold()) {
            page.leaf("div", "cold", "class", "sub");
        }
    }

    private void clock(String name, @Nullable Double ms) {
        page.open("span").leaf("small", name).text(" " + Figure.of(ms == null ? null : (double) Math.round(ms)));
        page.close("span");
    }
}
