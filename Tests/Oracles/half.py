#!/usr/bin/env python3
"""Halves a dataset, to compare the memory that both sizes need: python3 Tests/Oracles/half.py DATA_DIR OUT_DIR

The students are sorted by id. Every second one stays, beginning with the first, with all rows about them. Courses and
assessments stay complete, so that no reference to them breaks. The five files keep their names and headers. OUT_DIR is
created if it does not exist, and no file in it is overwritten.
"""

import csv
import sys
from pathlib import Path

NAMES = ("courses.csv", "studentInfo.csv", "studentRegistration.csv", "assessments.csv")


def read_rows(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        yield from csv.reader(file, strict=True)


def half_of_students(path):
    rows = read_rows(path)
    column = next(rows).index("id_student")
    return set(sorted({int(row[column]) for row in rows})[::2])


def copy_half(source, target, students):
    """Writes the header and the rows of the students, or all rows if the file is not about students."""
    rows = read_rows(source)
    header = next(rows)
    column = header.index("id_student") if "id_student" in header else None
    # The quoting stays as it is, so that the bytes are halved too.
    quoting = csv.QUOTE_ALL if source.read_bytes().lstrip(b"\xef\xbb\xbf")[:1] == b'"' else csv.QUOTE_MINIMAL
    with open(target, "x", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, quoting=quoting)
        writer.writerow(header)
        writer.writerows(row for row in rows if column is None or int(row[column]) in students)


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    data, out = map(Path, arguments)
    # The second name is the one under which the data is published.
    submissions = "submissions.csv" if (data / "submissions.csv").is_file() else "studentAssessment.csv"
    students = half_of_students(data / "studentInfo.csv")
    out.mkdir(parents=True, exist_ok=True)
    for name in (*NAMES, submissions):
        copy_half(data / name, out / name, students)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
