#!/bin/sh
# The recogniser's phrase list, the corpus of utterances, what the recogniser mishears of it, and the heads that tell intents.
# Needs the installed encoder and recogniser (skylark models install), and for the mishearings flite and the package vosk:
# without them training goes on without mishearings. On one processor thread the mishearings take half an hour, the rest
# minutes; both are kept, so that it goes on where it was. SKYLARK_WORK says where, else models/work.
set -eu
cd "$(dirname "$0")/.."
export OMP_NUM_THREADS=1
"${PYTHON:-python3}" -m training.phrases
if command -v flite > /dev/null && "${PYTHON:-python3}" -c "import vosk" 2> /dev/null; then
  "${PYTHON:-python3}" -m training.mishearings
fi
"${PYTHON:-python3}" -m training.utterances --without ../nlg/src/test/resources/skylark/nlg/understand/held_out.jsonl \
  ../nlg/src/test/resources/skylark/nlg/understand/unseen.jsonl
"${PYTHON:-python3}" -m training.understanding
"${PYTHON:-python3}" -m training.held_out
