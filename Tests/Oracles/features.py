#!/usr/bin/env python3
"""Kills a platform at random moments while modules are switched on and off and purged, and checks what is left.

Usage: python3 Tests/Oracles/features.py PROGRAM ORGANIZATIONS ROUNDS

PROGRAM is the executable `features`. In each round it works on the same folder until SIGKILL. After each kill, the files must
be sound (50 of them are read), and no table may be there without an owner in the ledger. A last run opens every organization, switches everything
on, and compares what the modules show with the facts.
"""

import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MODULES = ("sales", "totals", "report")


def main():
    program, organizations, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    seed = random.randrange(1 << 32)
    chance = random.Random(seed)
    faults, acts = [], 0
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            child = subprocess.Popen([program, folder, "work", organizations])
            time.sleep(chance.uniform(0.05, 1.5))
            child.send_signal(signal.SIGKILL)
            child.wait()
            if child.returncode != -signal.SIGKILL:
                sys.exit(f"features.py: the program ended on its own with {child.returncode} (seed {seed})")
            files = sorted(Path(folder).glob("tenants/*.db"))
            faults += judge(chance.sample(files, min(50, len(files))))
        done = subprocess.run([program, folder, "finish", organizations], timeout=3600)
        if done.returncode != 0:
            faults.append(f"the last run ended with {done.returncode}")
        faults += judge(sorted(Path(folder).glob("tenants/*.db")))
        acts = sum(count(path) for path in Path(folder).glob("tenants/*.db"))
    for fault in faults:
        print(f"FAULT  {fault}")
    print(f"features.py: {rounds} kills, {acts} switched or purged, {len(faults)} faults (seed {seed})")
    sys.exit(1 if faults or not acts else 0)


def judge(files):
    """What is wrong with the files, as sentences. A copy is read, so that the WAL is recovered there."""
    for path in files:
        with tempfile.TemporaryDirectory() as place:
            copy = Path(place) / path.name
            for suffix in ("", "-wal"):
                source = Path(f"{path}{suffix}")
                if source.exists():
                    Path(f"{copy}{suffix}").write_bytes(source.read_bytes())
            database = sqlite3.connect(copy)
            if database.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                yield f"{path.name} is damaged"
                continue
            tables = {name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
            owners = {owner for (owner,) in database.execute("SELECT owner FROM kernel_migration WHERE position >= 0")}
            left_out = {owner for (owner,) in database.execute("SELECT owner FROM kernel_migration WHERE position < 0")}
            for module in MODULES:
                own = {name for name in tables if name.startswith(f"{module}_")}
                if own and module not in owners:
                    yield f"{path.name} has {sorted(own)}, which nobody owns"
                if module in owners and not own:
                    yield f"{path.name} has no table of '{module}', which the ledger has"
                if module in owners and module in left_out:
                    yield f"{path.name} has '{module}', and leaves it out"
            for table in ("kernel_job", "kernel_subscription"):
                rows = {module for (module,) in database.execute(f"SELECT module FROM {table}")} - {"kernel"}
                if rows & left_out:
                    yield f"{path.name} has rows of {sorted(rows & left_out)} in {table}"
            database.close()


def count(path):
    database = sqlite3.connect(path)
    query = "SELECT count(*) FROM kernel_audit WHERE payload LIKE '%kernel.switch modules%' OR payload LIKE '%kernel.purge modules%'"
    return database.execute(query).fetchone()[0]


main()
