package skylark.replay.page;

/** HTML or SVG in the making. Text and attribute values are escaped; a mutable buffer, for one thread. */
public final class Markup {
    private final StringBuilder out = new StringBuilder(1 << 14);

    /**
     * The beginning of an element.
     *
     * @param attributes names and values in turn
     */
    public Markup open(String tag, String... attributes) {
        start(tag, attributes);
        out.append('>');
        return this;
    }

    /** The end of one. */
    public Markup close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    /** Between the tags, escaped. */
    public Markup text(String text) {
        escape(text);
        return this;
    }

    /** An element that holds text only. */
    public Markup leaf(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    /** An element of SVG that holds nothing, or one that HTML knows to hold nothing. */
    public Markup empty(String tag, String... attributes) {
        start(tag, attributes);
        out.append("/>");
        return this;
    }

    /** What was made here or belongs to the program; never anything heard, said or read. */
    public Markup raw(String trusted) {
        out.append(trusted);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c < ' ' && c != '\n' && c != '\t' ? ' ' : c);
            }
        }
    }
}
