package skylark.nlg.compose;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a reply must not say, or must say, when a flag is up: the coarse facts that stand in no placeholder. Immutable.
 */
final class Contradictions {
    private static final List<Rule> RULES = List.of(
            never("battery:ok", "\\b(low|critical|emergency)\\b"),
            never("payload:attached", "\\b(released|gone|no package|negative)\\b"),
            never("payload:released", "\\b(attached|secure|affirmative|with package)\\b"),
            never("payload:none", "\\b(attached|released|gone|secure|affirmative|with package)\\b"),
            never("payload:unknown", "\\b(released|gone|no package|secure|affirmative|with package)\\b"),
            never("fix:none", "\\bgood\\b"),
            never("fix:weak", "\\bgood\\b"),
            never("fix:good", "\\b(no fix|no gps|weak)\\b"),
            never("link:bad", "\\bgood\\b"),
            never("link:weak", "\\bgood\\b"),
            never("health:good", "\\b(failed|failure|problem with|unknown)\\b"),
            never("health:bad", "\\b(all good|no problems|all (systems|sensors) good)\\b"),
            never("health:unknown", "\\b(all good|no problems|good)\\b"),
            never("switch:on", "\\b(stop\\w*|off)\\b"),
            never("switch:off", "\\b(start\\w*|recording video|on)\\b"),
            never("reference:by", "\\bheight\\b"),
            always("reference:to", "\\bheight\\b"),
            always("battery:low", "\\{(battery_pct|flight_time)\\}", "\\blow\\b"),
            always("battery:critical", "\\{(battery_pct|flight_time)\\}", "\\bcritical\\b"),
            always("stale", "\\{\\w+\\}", "\\blast known\\b"),
            never("register:brief", "^(i|we) "),
            never("landed:ground", "\\b(hovering|climbing|descending|land soon)\\b"));

    /** Said of a vehicle that does not return; "home in ... once returning" says just that. */
    private static final Pattern RETURNS =
            Pattern.compile("\\b(?<!once )(?<!not )(returning|heading home|coming home)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern FAILSAFE = ignoringCase("\\bfailsafe\\b");

    private Contradictions() {}

    private record Rule(String flag, Pattern when, Pattern words, boolean wanted) {
        boolean isBroken(Set<String> flags, String text) {
            return flags.contains(flag)
                    && when.matcher(text).find()
                    && words.matcher(text).find() != wanted;
        }
    }

    private static Rule never(String flag, String words) {
        return new Rule(flag, Pattern.compile(""), ignoringCase(words), false);
    }

    private static Rule always(String flag, String words) {
        return always(flag, "", words);
    }

    private static Rule always(String flag, String when, String words) {
        return new Rule(flag, ignoringCase(when), ignoringCase(words), true);
    }

    private static Pattern ignoringCase(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /** The flag that delexicalised words contradict, if there is one. */
    static Optional<String> in(String words, Set<String> flags) {
        boolean returns = flags.contains("mode:return");
        boolean knowsMode = flags.stream().anyMatch(flag -> flag.startsWith("mode:"));
        if (knowsMode && !returns && RETURNS.matcher(words).find()) {
            return Optional.of("mode");
        }
        if (knowsOfNoFailsafe(flags) && FAILSAFE.matcher(words).find()) {
            return Optional.of("failsafe");
        }
        return RULES.stream()
                .filter(rule -> rule.isBroken(flags, words))
                .map(Rule::flag)
                .findFirst();
    }

    /** Where the health is shown, a failsafe would be, too. */
    private static boolean knowsOfNoFailsafe(Set<String> flags) {
        return flags.stream().anyMatch(flag -> flag.startsWith("health:"))
                && flags.stream().noneMatch(flag -> flag.startsWith("failsafe:"));
    }
}
