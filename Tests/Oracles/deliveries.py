#!/usr/bin/env python3
"""Kills a working platform at random moments, and checks the results of its event handlers.

Usage: python3 Tests/Oracles/deliveries.py PROGRAM ROUNDS

PROGRAM is the executable `deliveries`. In each round it works on the same folder until SIGKILL. A last run finishes. Then
each of two modules must have noted every written number exactly once, and nothing may wait.
"""

import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def main():
    program, rounds = sys.argv[1], int(sys.argv[2])
    seed = random.randrange(1 << 32)
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            child = subprocess.Popen([program, folder, "work"])
            time.sleep(chance.uniform(0.01, 0.12))
            child.send_signal(signal.SIGKILL)
            child.wait()
            if child.returncode != -signal.SIGKILL:
                sys.exit(f"deliveries.py: the program ended on its own with {child.returncode} (seed {seed})")
        subprocess.run([program, folder, "finish"], check=True, timeout=300)
        faults = list(judge(folder))
    for fault in faults:
        print(f"FAULT  {fault}")
    print(f"deliveries.py: {rounds} kills, {len(faults)} faults (seed {seed})")
    sys.exit(1 if faults else 0)


def judge(folder):
    files = list(Path(folder).glob("tenants/*.db"))
    if len(files) != 1:
        yield f"expected one organization, found {len(files)}"
        return
    database = sqlite3.connect(files[0])
    numbers = database.execute("SELECT count(*) FROM source_number").fetchone()[0]
    print(f"deliveries.py: {numbers} events")
    if numbers == 0:
        yield "no event was published: the rounds were too short"
    for table in ("sink_note", "echo_note"):
        missing = f"SELECT count(*) FROM source_number WHERE number NOT IN (SELECT number FROM {table})"
        twice = f"SELECT count(*) FROM (SELECT number FROM {table} GROUP BY number HAVING count(*) > 1)"
        unknown = f"SELECT count(*) FROM {table} WHERE number NOT IN (SELECT number FROM source_number)"
        for what, query in (("missing", missing), ("noted twice", twice), ("noted but never written", unknown)):
            count = database.execute(query).fetchone()[0]
            if count:
                yield f"{count} of {numbers} numbers are {what} in {table}"
    for table in ("kernel_event", "kernel_job WHERE sequence > 0"):
        count = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        if count:
            yield f"{count} rows wait in {table}"
    if database.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
        yield "the file is damaged"


main()
