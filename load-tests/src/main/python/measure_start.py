"""How long a server takes from the command until it is ready, and its resident memory then and after some requests.

The first start is not counted: it may prepare fast starts for those that follow.
"""

import argparse
import os
import re
import signal
import statistics
import subprocess
import tempfile
import time


def start(launcher):
    """The process and the address of its gRPC port, and seconds until it was ready."""
    begun = time.monotonic()
    process = subprocess.Popen([launcher, "serve", "--address", "127.0.0.1", "--grpc-port", "0", "--http-port", "0"],
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    for line in process.stdout:
        ready = re.match(r"ready grpc=(\S+) ", line)
        if ready:
            return process, ready.group(1), time.monotonic() - begun
    raise SystemExit(f"the server ended with status {process.wait()} before it was ready")


def stop(process):
    process.send_signal(signal.SIGTERM)
    process.wait(60)


def resident_mebibytes(process):
    with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS:"))


def main():
    usage = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    usage.add_argument("--starts", type=int, default=5, help="that count; default %(default)s")
    usage.add_argument("--requests", type=int, default=200, help="before memory is read again; default %(default)s")
    usage.add_argument("--texts", required=True, help="a text on each line")
    usage.add_argument("launcher")
    given = usage.parse_args()
    if given.starts < 1 or given.requests < 1:
        usage.error("--starts and --requests are at least 1")

    print(f"load average {os.getloadavg()[0]:.1f} at the start")
    stop(start(given.launcher)[0])
    seconds = []
    for _ in range(given.starts):
        process, _, ready = start(given.launcher)
        seconds.append(ready)
        stop(process)
    print(f"ready after {statistics.median(seconds):.2f} s (median of {given.starts}, {min(seconds):.2f} to {max(seconds):.2f})",
          flush=True)

    process, address, _ = start(given.launcher)
    print(f"resident when ready: {resident_mebibytes(process):.0f} MiB", flush=True)
    with open(given.texts, encoding="utf-8") as lines:
        texts = lines.read().splitlines()
    with tempfile.TemporaryDirectory() as folder:
        asked = os.path.join(folder, "lines.txt")
        with open(asked, "w", encoding="utf-8") as out:
            out.writelines(texts[number % len(texts)] + "\n" for number in range(given.requests))
        subprocess.run([given.launcher, "say", "--lines", asked, "--out-dir", folder, "--server", address], check=True,
                       stdout=subprocess.DEVNULL)
    print(f"resident after {given.requests} requests: {resident_mebibytes(process):.0f} MiB")
    stop(process)
    print(f"load average {os.getloadavg()[0]:.1f} at the end")


if __name__ == "__main__":
    main()
