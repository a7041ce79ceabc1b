"""Hands the table that lies beside this file to the pipeline."""

import argparse
import csv
import pathlib
import sys

DATA = pathlib.Path(__file__).with_name("penguins.csv")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--table", type=pathlib.Path, required=True, help="where to write the table")
    parser.add_argument("--rows", type=pathlib.Path, required=True, help="where to write the number of rows")
    options = parser.parse_args()

    try:
        text = DATA.read_text(encoding="utf-8")
    except FileNotFoundError:
        sys.exit(f"{DATA.name} is missing beside {pathlib.Path(__file__).name}.")
    rows = list(csv.DictReader(text.splitlines()))

    for path in (options.table, options.rows):
        path.parent.mkdir(parents=True, exist_ok=True)
    options.table.write_text(text, encoding="utf-8")
    options.rows.write_text(str(len(rows)), encoding="utf-8")
    print(f"{len(rows)} penguins of {len(set(row['species'] for row in rows))} species.")


if __name__ == "__main__":
    main()
