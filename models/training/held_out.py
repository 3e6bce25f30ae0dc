"""Freezes sentences of held-out families as a test resource of the Java side: `python -m training.held_out` in models/."""
import json
import random

from training.utterances import OUT, TEST_RESOURCE

COUNT = 600


def main():
    lines = open(OUT / "test.jsonl", encoding="utf-8").read().splitlines()
    kept = sorted(random.Random(3).sample(range(len(lines)), COUNT))
    TEST_RESOURCE.parent.mkdir(parents=True, exist_ok=True)
    TEST_RESOURCE.write_text("\n".join(json.dumps(json.loads(lines[i])) for i in kept) + "\n", encoding="utf-8")
    print(f"{TEST_RESOURCE.name}: {COUNT} utterances")


if __name__ == "__main__":
    main()
