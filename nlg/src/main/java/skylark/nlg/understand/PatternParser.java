package skylark.nlg.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import skylark.domain.BadInputException;

/** Reads one pattern; recursive descent over its tokens. */
final class PatternParser {
    private static final java.util.regex.Pattern TOKEN =
            java.util.regex.Pattern.compile("[()\\[\\]|]|<[a-z_0-9]+>|\\{[^}]*}|[^\\s()\\[\\]|<{]+");

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    private PatternParser(String text) {
        this.text = text;
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
    }

    /** @throws BadInputException if a bracket does not close */
    static Pattern parse(String text) {
        PatternParser parser = new PatternParser(text);
        Pattern pattern = parser.choice();
        if (parser.at < parser.tokens.size()) {
            throw parser.unexpected();
        }
        return pattern;
    }

    private Pattern choice() {
        List<Pattern> options = new ArrayList<>();
        options.add(sequence());
        while (peek("|")) {
            at++;
            options.add(sequence());
        }
        return options.size() == 1 ? options.get(0) : new Pattern.Choice(List.copyOf(options));
    }

    private Pattern sequence() {
        List<Pattern> parts = new ArrayList<>();
        while (at < tokens.size() && !peek("|") && !peek(")") && !peek("]")) {
            parts.add(part());
        }
        return parts.size() == 1 ? parts.get(0) : new Pattern.Sequence(List.copyOf(parts));
    }

    private Pattern part() {
        String token = tokens.get(at++);
        return switch (token.charAt(0)) {
            case '(' -> closed(")");
            case '[' -> new Pattern.Maybe(closed("]"));
            case '<' -> new Pattern.Rule(inside(token));
            case '{' -> slot(inside(token));
            default -> new Pattern.Word(token);
        };
    }

    private Pattern closed(String bracket) {
        Pattern inner = choice();
        if (!peek(bracket)) {
            throw unexpected();
        }
        at++;
        return inner;
    }

    private static Pattern slot(String inner) {
        int sign = inner.indexOf('=');
        return sign < 0
                ? new Pattern.Value(inner)
                : new Pattern.Fixed(inner.substring(0, sign), inner.substring(sign + 1));
    }

    private static String inside(String token) {
        return token.substring(1, token.length() - 1);
    }

    private boolean peek(String token) {
        return at < tokens.size() && tokens.get(at).equals(token);
    }

    private BadInputException unexpected() {
        String found = at < tokens.size() ? "'" + tokens.get(at) + "'" : "the end";
        return new BadInputException("grammar: " + found + " is not expected in '" + text + "'");
    }
}
