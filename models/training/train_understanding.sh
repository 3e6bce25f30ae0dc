#!/bin/sh
# The recogniser's phrase list, the corpus of utterances, and the head that tells intents. Needs the installed encoder and
# recogniser (skylark models install). Minutes on one processor thread; embeddings are kept, so that it goes on where it was.
set -eu
cd "$(dirname "$0")/.."
export OMP_NUM_THREADS=1
"${PYTHON:-python3}" -m training.phrases
"${PYTHON:-python3}" -m training.utterances
"${PYTHON:-python3}" -m training.understanding
"${PYTHON:-python3}" -m training.held_out
