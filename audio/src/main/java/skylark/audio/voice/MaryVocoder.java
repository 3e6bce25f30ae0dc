package skylark.audio.voice;

import marytts.htsengine.HMMData;
import marytts.htsengine.HTSParameterGeneration;
import marytts.htsengine.HTSVocoder;

/**
 * MaryTTS's vocoder without its detour: the library hands every sample, boxed, through a queue to another thread; here it
 * arrives where it is made.
 */
final class MaryVocoder extends HTSVocoder {

    /** Takes the vocoder's samples at the voice's own rate. */
    @FunctionalInterface
    interface SampleSink {
        /** @param sample full scale is 32768 */
        void accept(double sample);
    }

    /** Makes the sound of these parameters, on the calling thread. */
    void vocode(HTSParameterGeneration parameters, HMMData voice, SampleSink sink) throws Exception {
        htsMLSAVocoder(
                parameters.getlf0Pst(),
                parameters.getMcepPst(),
                parameters.getStrPst(),
                parameters.getMagPst(),
                parameters.getVoicedArray(),
                voice,
                new DirectProducer(parameters, voice, sink));
    }

    private final class DirectProducer extends HTSVocoderDataProducer {
        private final SampleSink sink;

        DirectProducer(HTSParameterGeneration parameters, HMMData voice, SampleSink sink) {
            super(1, parameters, voice);
            this.sink = sink;
        }

        @Override
        public void putOneDataPoint(double sample) {
            sink.accept(sample);
        }
    }
}
