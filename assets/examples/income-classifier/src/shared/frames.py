"""Data frames handed from one task to the next, as pickle files.

A pickle file can run code when it is read: these are only ever read from the task before.
"""

import pathlib
import pickle
import sys


def read_frame(path):
    import pandas

    try:
        frame = pandas.read_pickle(path)
    except FileNotFoundError:
        sys.exit(f"There is no file {path}: did the task before write its output?")
    except (pickle.UnpicklingError, EOFError, ValueError) as error:
        sys.exit(f"{path} is not a pickled data frame: {error}.")
    if not isinstance(frame, pandas.DataFrame):
        sys.exit(f"{path} holds a {type(frame).__name__}, not a data frame.")
    return frame


def write_frame(frame, path):
    pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
    frame.to_pickle(path)
