"""The reference package's side of a comparison: has each line that it reads spoken until its first sentence is there.

The first line of output says that it is ready; each text is answered by {"firstAudioMillis": ..., "firstSoundMillis": ...}.
The package hands out whole sentences, in the process that calls it: nothing is sent anywhere.
"""

import json
import sys
import time

SAMPLE_RATE = 24_000
SEED = 60
AUDIBLE = 0.003  # -50 dB of full scale


def main():
    import hibari
    import numpy as np

    voice = hibari.Hibari(threads=1)
    print(json.dumps({"ready": f"hibari-tts, Python {sys.version.split()[0]}, in process"}), flush=True)
    for line in sys.stdin:
        start = time.perf_counter()
        audio = next(iter(voice.stream(line.strip(), seed=SEED)))
        pcm = (np.clip(audio, -1, 1) * 32767).astype("<i2").tobytes()
        millis = (time.perf_counter() - start) * 1000
        assert pcm
        sound = int(np.argmax(np.abs(audio) >= AUDIBLE))
        print(json.dumps({"firstAudioMillis": millis, "firstSoundMillis": millis + sound * 1000 / SAMPLE_RATE}), flush=True)


if __name__ == "__main__":
    main()
