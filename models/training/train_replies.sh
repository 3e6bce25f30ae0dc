#!/bin/sh
# Trains the reply model from nothing: corpus, tokenizer, decoder, export, evaluation. Stop it at any time; it goes on
# where it was. Leaves its work in models/work or $MODELS_WORK, the model in models/weights/tiny.
set -eu
python=${PYTHON:-python3}
here=$(cd "$(dirname "$0")" && pwd)
work=${MODELS_WORK:-$here/../work}
weights=$here/../weights/tiny
mkdir -p "$work"
cd "$here"
# One thread that parks: the machine may be at work, too.
export OMP_NUM_THREADS=1 OMP_WAIT_POLICY=passive

[ -f "$work/replies/held-out.jsonl" ] || "$python" replies.py "$work/replies" --turns 300000
[ -f "$work/tokenizer.json" ] || "$python" tokens.py "$work/replies" "$work/tokenizer.json"
bf16=$(grep -q avx512_bf16 /proc/cpuinfo 2>/dev/null && echo --bf16 || true)
nice "$python" train_lm.py "$work/replies" "$work/tokenizer.json" "$work/replies.pt" --steps 6500 --batch 64 --peak 1.2e-3 $bf16
"$python" export.py "$work/replies.pt" "$work/export"
"$python" evaluate.py "$work/export" "$work/tokenizer.json" "$work/replies" "$work/export/report.json"
cp "$work/export/model.onnx" "$work/export/config.json" "$weights/"
cp "$work/tokenizer.json" "$weights/tokenizer.json"
"$python" golden.py "$weights/tokenizer.json" "$here/../../nlg/src/test/resources/skylark/nlg/prompt/golden.jsonl"
