package skylark.audio.hear;

import java.util.ArrayList;
import java.util.List;

/** Knows what it heard by the first sample of each frame, and says the last words only when it is asked to finish. */
final class ScriptedRecogniser implements Recogniser {
    /** How many frames the partial is behind, as a real recogniser's is. */
    static final int LAG = 2;

    final List<Integer> heard = new ArrayList<>();
    int finished;
    boolean closed;

    @Override
    public boolean accept(short[] samples, int length) {
        heard.add((int) samples[0]);
        return true;
    }

    @Override
    public String partial() {
        return words(heard.subList(0, Math.max(0, heard.size() - LAG)));
    }

    @Override
    public Transcript finish() {
        String text = words(heard);
        heard.clear();
        finished++;
        return text.isEmpty() ? Transcript.EMPTY : new Transcript(text, 1, 0, List.of());
    }

    /** The numbers that are not 0, each followed by a blank except for the last one. */
    private static String words(List<Integer> samples) {
        return String.join(
                " ", samples.stream().filter(s -> s != 0).map(String::valueOf).toList());
    }

    @Override
    public void reset() {
        heard.clear();
    }

    @Override
    public void close() {
        closed = true;
    }
}
