"""Writes a data frame to MinIO as a Parquet file."""

import argparse
import io
import sys

from shared.arguments import add_object_arguments, filled
from shared.frames import read_frame
from shared.object_store import write_object

CONTENT_TYPE = "application/vnd.apache.parquet"


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    add_object_arguments(parser)
    parser.add_argument("--input_data_path", type=filled, required=True, help="data frame to write")
    return parser.parse_args()


def to_parquet(frame):
    import pyarrow

    buffer = io.BytesIO()
    try:
        frame.to_parquet(buffer, engine="pyarrow", index=False)
    except (pyarrow.ArrowException, ValueError, TypeError) as error:
        sys.exit(f"The data cannot be written as Parquet: {error}")
    return buffer.getvalue()


def main():
    options = parse_arguments()
    frame = read_frame(options.input_data_path)
    content = to_parquet(frame)
    write_object(options, content, CONTENT_TYPE)
    print(f"Wrote {len(frame)} rows ({len(content)} bytes) to {options.bucket_name}/{options.file_name}.")


if __name__ == "__main__":
    main()
