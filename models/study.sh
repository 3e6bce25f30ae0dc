#!/bin/sh
# Compares FP32, INT8 and 4 bits on the held-out situations, in one run. Needs what train.sh leaves, or a checkpoint of
# recover.py in its place. Prints the table of README.md.
set -eu
python=${PYTHON:-python3}
here=$(cd "$(dirname "$0")" && pwd)
work=${MODELS_WORK:-$here/work}
export OMP_NUM_THREADS=1
"$python" "$here/training/study.py" "$work/replies.pt" "$work/tokenizer.json" "$work/replies" "$work/study"
