package skylark.nlg.understand;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skylark.domain.BadInputException;

/**
 * The grammar file, taken apart: rules by name, and sections with their lines in order.
 *
 * @param rules what {@code <name>} stands for
 * @param sections the lines under each heading, intents and word lists alike
 */
record GrammarFile(Map<String, Pattern> rules, Map<String, List<String>> sections) {

    static GrammarFile read() {
        return parse(TextTable.lines("grammar.txt"));
    }

    static GrammarFile parse(List<String> lines) {
        Map<String, Pattern> rules = new LinkedHashMap<>();
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> section = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("@")) {
                int colon = line.indexOf(':');
                if (colon < 0) {
                    throw new BadInputException("grammar: expected '@name: pattern', got '" + line + "'");
                }
                rules.put(line.substring(1, colon), PatternParser.parse(line.substring(colon + 1)));
            } else if (line.matches("\\[[a-z_.]+]")) {
                section = sections.computeIfAbsent(line.substring(1, line.length() - 1), name -> new ArrayList<>());
            } else {
                section.add(line);
            }
        }
        return new GrammarFile(rules, sections);
    }

    List<String> section(String name) {
        List<String> lines = sections.get(name);
        if (lines == null) {
            throw new BadInputException("grammar: has no section [" + name + "]");
        }
        return lines;
    }
}
