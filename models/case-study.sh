#!/bin/sh
# Leaves in models/work/case-study what `skylark bench --case-study` compares: tiny, large and the case study's own shape
# (6 layers, 768 wide), in FP32, FP16 and INT8, and models of other origin in INT8 with weights by chance. Trains what is
# not trained yet; stop it at any time, it goes on. Needs the corpus and the tokenizer that training/train_replies.sh
# leaves.
set -eu
python=${PYTHON:-python3}
here=$(cd "$(dirname "$0")" && pwd)
work=${MODELS_WORK:-$here/work}
export OMP_NUM_THREADS=1 OMP_WAIT_POLICY=passive
bf16=$(grep -q avx512_bf16 /proc/cpuinfo 2>/dev/null && echo --bf16 || true)
train() {
  name=$1
  shift
  nice "$python" "$here/training/train_lm.py" "$work/replies" "$work/tokenizer.json" "$work/$name.pt" --batch 64 $bf16 "$@"
}
# One folder a model, as the program opens them.
lay_out() {
  "$python" "$here/training/export.py" "$work/$1.pt" "$work/export-$1"
  for kind in fp32 fp16 int8; do
    folder=$work/case-study/$2-$kind
    mkdir -p "$folder"
    file=model.$kind.onnx
    [ $kind = int8 ] && file=model.onnx
    cp "$work/export-$1/$file" "$folder/model.onnx"
    cp "$work/export-$1/config.json" "$folder/"
    cp "$work/tokenizer.json" "$folder/"
    cp "$here/weights/tiny/prompt.json" "$folder/"
  done
}
[ "${1:-}" = "--only-lay-out" ] || {
  # Tiny with three blocks for each of its own, so that it begins as good as tiny.
  [ -f "$work/large.pt" ] || "$python" "$here/training/grow.py" "$work/replies.pt" "$work/large.pt" --times 3
  train large --steps 5000 --peak 1.2e-3
  train case --layers 6 --width 768 --steps 3000 --peak 5e-4
}
lay_out replies tiny
for model in large case; do
  [ -f "$work/$model.pt" ] && lay_out $model $model
done
"$python" "$here/training/foreign.py" "$work/replies" "$work/case-study"
echo "the models are in $work/case-study"
