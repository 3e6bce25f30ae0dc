package skylark.telemetry.mavlink;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a message looks like on the wire.
 *
 * @param crcExtra the checksum's seed, made of names and types: two sides that differ in them do not understand each
 *     other
 * @param baseLength of the payload without extensions, in bytes
 * @param length with them
 * @param fields by name, in the order of the wire
 */
record MessageType(int id, String name, int crcExtra, int baseLength, int length, Map<String, Field> fields) {

    /** Reads a line of messages.txt. */
    static MessageType parse(String line) {
        String[] words = line.split(" ");
        Map<String, Field> fields = new LinkedHashMap<>();
        int offset = 0;
        int base = -1;
        for (int i = 3; i < words.length; i++) {
            if (words[i].equals("+")) {
                base = offset;
                continue;
            }
            Field field = field(words[i], offset);
            fields.put(field.name(), field);
            offset = field.end();
        }
        return new MessageType(
                Integer.parseInt(words[0]),
                words[1],
                Integer.parseInt(words[2]),
                base < 0 ? offset : base,
                offset,
                Map.copyOf(fields));
    }

    private static Field field(String word, int offset) {
        int colon = word.indexOf(':');
        int bracket = word.indexOf('[');
        boolean array = bracket >= 0;
        String kind = word.substring(0, array ? bracket : colon).toUpperCase(Locale.ROOT);
        int count = array ? Integer.parseInt(word.substring(bracket + 1, word.indexOf(']'))) : 1;
        return new Field(word.substring(colon + 1), Field.Kind.valueOf(kind), offset, count);
    }

    Field field(String fieldName) {
        Field field = fields.get(fieldName);
        if (field == null) {
            throw new IllegalArgumentException(name + " has no field " + fieldName);
        }
        return field;
    }
}
