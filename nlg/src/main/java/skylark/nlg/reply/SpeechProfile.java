package skylark.nlg.reply;

import java.util.Locale;
import skylark.domain.BadInputException;

/** How digits sound. */
public enum SpeechProfile {
    PLAIN,
    /** Niner, tree and fife, as on the radio. */
    RADIO;

    /**
     * Reads the value of {@code speech.profile}.
     *
     * @throws BadInputException if it names none
     */
    public static SpeechProfile of(String word) {
        for (SpeechProfile profile : values()) {
            if (profile.name().toLowerCase(Locale.ROOT).equals(word)) {
                return profile;
            }
        }
        throw new BadInputException("speech.profile: expected plain or radio, got '" + word + "'");
    }
}
