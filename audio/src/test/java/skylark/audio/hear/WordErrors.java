package skylark.audio.hear;

/** Word error rate: insertions, deletions and substitutions, over the words that were said. */
final class WordErrors {
    private int errors;
    private int words;

    /** Counts one utterance, after writing both sides alike. */
    WordErrors add(String said, String heard) {
        String[] reference = split(said);
        errors += distance(reference, split(heard));
        words += reference.length;
        return this;
    }

    double rate() {
        return words == 0 ? 0 : (double) errors / words;
    }

    static String[] split(String text) {
        String alike = (" " + text.replace("[unk]", " ") + " ")
                .replace(" takeoff ", " take off ")
                .replace(" okay ", " ok ")
                .replace(" meters ", " metres ")
                .replace(" way point ", " waypoint ");
        return alike.strip().isEmpty() ? new String[0] : alike.strip().split("\\s+");
    }

    private static int distance(String[] a, String[] b) {
        int[] row = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int substituted = diagonal + (a[i - 1].equals(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length];
    }

    @Override
    public String toString() {
        return "%.3f (%d words)".formatted(rate(), words);
    }
}
