"""Time to first audio and first sound: a Sixtyfold server over loopback gRPC beside the reference package in process.

Both are asked for the same text in turns, one stream at a time; medians of all rounds. Two texts of 200 characters: one that
is a single sentence, and one of three. The reference has its first audio when its first sentence is whole.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys

TEXTS = {
    "one sentence": "The ferry leaves the island at quarter past seven, and nobody waits for it, although the lamps along the "
    "pier are still burning and the keeper, who knows every passenger by name, rings his bell again.",
    "three sentences": "The ferry leaves the island at a quarter past seven. Nobody waits for it, although the lamps on the pier "
    "still burn. The keeper, who knows each of the passengers by name, rings his bell once more now.",
}


class Side:
    def __init__(self, name, command):
        self.name = name
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        print(f"{name}: {self._answer()['ready']}", flush=True)

    def speak(self, text):
        self.process.stdin.write(text + "\n")
        self.process.stdin.flush()
        return self._answer()

    def _answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{self.name} ended with status {self.process.wait()}")
        return json.loads(line)

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def main():
    usage = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    usage.add_argument("--rounds", type=int, default=30, help="that count, of each text; default %(default)s")
    usage.add_argument("--warm-up", type=int, default=30, help="rounds before them; default %(default)s")
    usage.add_argument("command", nargs="+", help="that speaks lines through a server of Sixtyfold")
    given = usage.parse_args()
    if given.rounds < 1 or given.warm_up < 0:
        usage.error("--rounds is at least 1 and --warm-up at least 0")
    assert all(len(text) == 200 for text in TEXTS.values())

    here = os.path.dirname(os.path.abspath(__file__))
    sides = [Side("Sixtyfold", given.command),
             Side("reference", [sys.executable, os.path.join(here, "reference_first_audio.py")])]
    print(f"load average {os.getloadavg()[0]:.1f} at the start", flush=True)
    answers = {(side.name, kind): [] for side in sides for kind in TEXTS}
    for number in range(given.warm_up + given.rounds):
        for kind, text in TEXTS.items():
            for side in sides if number % 2 == 0 else sides[::-1]:
                answer = side.speak(text)
                if number >= given.warm_up:
                    answers[side.name, kind].append(answer)
    for kind in TEXTS:
        medians = {}
        for side in sides:
            for what in ("firstAudioMillis", "firstSoundMillis"):
                values = sorted(answer[what] for answer in answers[side.name, kind])
                medians[side.name, what] = statistics.median(values)
                print(f"{kind:16} {side.name:10} {what[:-6]:11} {medians[side.name, what]:7.1f} ms median, "
                      f"{values[0]:.1f} to {values[-1]:.1f}")
        for what in ("firstAudioMillis", "firstSoundMillis"):
            print(f"{kind:16} Sixtyfold / reference, {what[:-6]}: "
                  f"{medians['Sixtyfold', what] / medians['reference', what]:.2f}")
    print(f"load average {os.getloadavg()[0]:.1f} at the end")
    for side in sides:
        side.end()


if __name__ == "__main__":
    main()
