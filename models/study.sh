#!/bin/sh
# Compares FP32, INT8 and 4 bits on the held-out situations, in one run. Needs what train.sh leaves, or a checkpoint of
# recover.py in its place; prunes and retrains first what is not there yet. What case-study.sh trained is compared as well.
# Prints the table of README.md.
set -eu
python=${PYTHON:-python3}
here=$(cd "$(dirname "$0")" && pwd)
work=${MODELS_WORK:-$here/work}
export OMP_NUM_THREADS=1
if [ ! -f "$work/pruned.done" ]; then
  [ -f "$work/pruned.pt" ] || "$python" "$here/training/prune.py" "$work/replies.pt" "$work/pruned.pt"
  "$python" "$here/training/train_lm.py" "$work/replies" "$work/tokenizer.json" "$work/pruned.pt" --steps 900 --peak 6e-4 --batch 48
  touch "$work/pruned.done"
fi
set -- --pruned "$work/pruned.pt"
for other in large case; do
  [ -f "$work/$other.pt" ] && set -- "$@" --other "$work/$other.pt"
done
"$python" "$here/training/study.py" "$work/replies.pt" "$work/tokenizer.json" "$work/replies" "$work/study" "$@"
