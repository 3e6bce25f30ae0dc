package skylark.audio.voice;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marytts.datatypes.MaryData;
import marytts.datatypes.MaryDataType;
import marytts.datatypes.MaryXML;
import marytts.modules.InternalModule;
import marytts.util.dom.MaryDomUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Splits a clause into words and punctuation for MaryTTS, in the place of its own tokenizer, which is not on Maven
 * Central. Named in {@code marytts/language/en/en.config}.
 */
public final class MaryTokens extends InternalModule {
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}']+|[.,?!;:]");

    public MaryTokens() {
        super("MaryTokens", MaryDataType.RAWMARYXML, MaryDataType.TOKENS, Locale.US);
    }

    @Override
    public MaryData process(MaryData input) throws Exception {
        Document document = input.getDocument();
        NodeList paragraphs = document.getElementsByTagName(MaryXML.PARAGRAPH);
        if (paragraphs.getLength() == 0) {
            Element root = document.getDocumentElement();
            String text = MaryDomUtils.getPlainTextBelow(root);
            clear(root);
            split(text, MaryXML.appendChildElement(root, MaryXML.PARAGRAPH));
        }
        for (int i = 0; i < paragraphs.getLength(); i++) {
            Element paragraph = (Element) paragraphs.item(i);
            String text = paragraph.getTextContent();
            clear(paragraph);
            split(text, paragraph);
        }
        MaryData output = new MaryData(outputType(), input.getLocale());
        output.setDocument(document);
        return output;
    }

    private static void split(String text, Element paragraph) {
        Element sentence = MaryXML.appendChildElement(paragraph, MaryXML.SENTENCE);
        Matcher tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            MaryXML.appendChildElement(sentence, MaryXML.TOKEN).setTextContent(tokens.group());
        }
    }

    private static void clear(Element element) {
        while (element.getFirstChild() != null) {
            element.removeChild(element.getFirstChild());
        }
    }
}
