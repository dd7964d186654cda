"""Sixtyfold beside the reference package: rounds of the same texts in turns, on the same core.

Every side is a process of its own that stays for all rounds and waits while the others speak, so that a machine that gets
slower or faster in between does so for all of them. Loading is not measured, and neither are the rounds to warm up.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys


class Side:
    """A process that speaks a round for each line it reads."""

    def __init__(self, name, command, core):
        self.name = name
        self.factors = []
        self.audio_seconds = 0.0
        self.process = subprocess.Popen(["taskset", "-c", str(core), *command], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True, encoding="utf-8")
        self.description = self._answer()["ready"]

    def round(self):
        """Real-time factor of one round: seconds of audio for each second of wall time."""
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        answer = self._answer()
        self.audio_seconds = answer["audioSeconds"]
        return answer["audioSeconds"] / answer["wallSeconds"]

    def _answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{self.name} ended with status {self.process.wait()}")
        return json.loads(line)

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def report(sides):
    width = max(len(side.name) for side in sides)
    for side in sides:
        print(f"{side.name:{width}}  {statistics.median(side.factors):6.1f} x real time, rounds from "
              f"{min(side.factors):.1f} to {max(side.factors):.1f}, {side.audio_seconds:.1f} s of audio a round")
    ours, *references = sides
    for reference in references:
        ratio = statistics.median(ours.factors) / statistics.median(reference.factors)
        print(f"{ours.name} / {reference.name}: {ratio:.2f}")


def main():
    usage = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    usage.add_argument("--rounds", type=int, default=7, help="that count; default %(default)s")
    usage.add_argument("--warm-up", type=int, default=24, help="rounds before them; default %(default)s")
    usage.add_argument("--core", type=int, default=min(os.sched_getaffinity(0)), help="default %(default)s")
    usage.add_argument("--texts", required=True, help="a text on each line")
    usage.add_argument("command", nargs="+", help="that speaks rounds for Sixtyfold")
    given = usage.parse_args()
    if given.rounds < 1 or given.warm_up < 0:
        usage.error("--rounds is at least 1 and --warm-up at least 0")

    reference = [sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)), "reference_rounds.py"),
                 given.texts]
    sides = [Side("Sixtyfold", given.command, given.core),
             Side("reference with scipy", reference, given.core),
             Side("reference without scipy", [*reference, "--without-scipy"], given.core)]
    for side in sides:
        print(f"{side.name}: {side.description}")
    print(f"core {given.core}, load average {os.getloadavg()[0]:.1f} at the start", flush=True)
    for number in range(given.warm_up + given.rounds):
        for side in sides:
            factor = side.round()
            if number >= given.warm_up:
                side.factors.append(factor)
            print(f"{factor:8.1f}", end="")
        print("" if number >= given.warm_up else "  (warming up)", flush=True)
    report(sides)
    print(f"load average {os.getloadavg()[0]:.1f} at the end; above 1, others took time from both sides")
    for side in sides:
        side.end()


if __name__ == "__main__":
    main()
