package skylark.audio.hear;

import java.util.Arrays;

/**
 * How often runs of {@code n} words occur: sorted keys and running totals, so that all that follows one history lies
 * together. Immutable.
 */
final class NgramCounts {
    private final long[] keys;
    /** Occurrences of the keys before this one. */
    private final int[] before;

    private NgramCounts(long[] keys, int[] before) {
        this.keys = keys;
        this.before = before;
    }

    /** @param occurrences one key for each, in any order; sorted in place */
    static NgramCounts of(long[] occurrences) {
        Arrays.sort(occurrences);
        long[] keys = new long[occurrences.length];
        int[] before = new int[occurrences.length + 1];
        int distinct = 0;
        for (int i = 0; i < occurrences.length; i++) {
            if (i == 0 || occurrences[i] != occurrences[i - 1]) {
                keys[distinct] = occurrences[i];
                before[distinct++] = i;
            }
        }
        before[distinct] = occurrences.length;
        return new NgramCounts(Arrays.copyOf(keys, distinct), Arrays.copyOf(before, distinct + 1));
    }

    /** The place of the first key that is not below {@code key}. */
    int place(long key) {
        int at = Arrays.binarySearch(keys, key);
        return at < 0 ? -at - 1 : at;
    }

    /** Occurrences of one key. */
    int count(long key) {
        int at = Arrays.binarySearch(keys, key);
        return at < 0 ? 0 : count(at, at + 1);
    }

    /** Occurrences of all keys between two places. */
    int count(int from, int to) {
        return before[to] - before[from];
    }
}
