"""The reference package's side of a comparison: speaks a set of texts once for each line that it reads.

usage: reference_rounds.py TEXTS [--without-scipy]

The first line of output says that it is ready; each round is answered by {"audioSeconds": ..., "wallSeconds": ...}.
"""

import json
import sys
import time

SAMPLE_RATE = 24_000
SEED = 60


def main(texts_file, without_scipy):
    if without_scipy:
        sys.modules["scipy"] = None  # importing it fails from now on, as where it is not installed
        sys.modules["scipy.fft"] = None

    import hibari
    import numpy as np
    import onnxruntime

    with open(texts_file, encoding="utf-8") as lines:
        texts = lines.read().splitlines()
    voice = hibari.Hibari(threads=1)
    versions = f"numpy {np.__version__}, ONNX Runtime {onnxruntime.__version__}"
    if not without_scipy:
        import scipy

        versions += f", scipy {scipy.__version__}"
    print(json.dumps({"ready": f"Python {sys.version.split()[0]}, {versions}"}), flush=True)
    for _ in sys.stdin:
        start = time.perf_counter()
        samples = 0
        for text in texts:
            audio = voice(text, seed=SEED)
            pcm = (np.clip(audio, -1, 1) * 32767).astype("<i2").tobytes()
            samples += len(pcm) // 2
        wall = time.perf_counter() - start
        print(json.dumps({"audioSeconds": samples / SAMPLE_RATE, "wallSeconds": wall}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], "--without-scipy" in sys.argv[2:])
