"""Reads a CSV of user ids from MinIO and hands it on as a pickled data frame."""

import argparse
import io
import sys

from shared.arguments import add_object_arguments, filled
from shared.frames import write_frame
from shared.object_store import read_object


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    add_object_arguments(parser)
    parser.add_argument("--data_output_path", type=filled, required=True, help="where to write the data frame")
    return parser.parse_args()


def parse_table(content, name):
    import pandas

    try:
        frame = pandas.read_csv(io.BytesIO(content))
    except (pandas.errors.EmptyDataError, pandas.errors.ParserError, UnicodeDecodeError) as error:
        sys.exit(f"{name} is not a CSV table: {str(error).strip()}.")
    if frame.empty:
        sys.exit(f"{name} has no rows.")
    return frame


def main():
    options = parse_arguments()
    frame = parse_table(read_object(options), options.file_name)
    write_frame(frame, options.data_output_path)
    print(f"Read {len(frame)} rows with the columns {', '.join(map(str, frame.columns))}.")


if __name__ == "__main__":
    main()
