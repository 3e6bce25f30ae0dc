package skylark.models.store;

/** Which names of archive entries may become paths below a folder. */
final class EntryName {
    private EntryName() {}

    /** Whether a name is relative, has no way out of its folder, and means the same on every system. */
    static boolean staysInside(String name) {
        if (name.isEmpty() || name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0) {
            return false;
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        for (String part : name.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /** The name without the leading "./" and trailing "/" that archivers like to add. */
    static String plain(String name) {
        String plain = name;
        while (plain.startsWith("./")) {
            plain = plain.substring(2);
        }
        return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
