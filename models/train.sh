#!/bin/sh
# Trains all models of our own; see README.md. PYTHON names the interpreter with training/requirements.txt installed.
set -eu
cd "$(dirname "$0")"
for script in training/train_*.sh; do
  echo "$script"
  "$script"
done
