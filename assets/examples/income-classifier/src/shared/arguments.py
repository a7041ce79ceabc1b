"""Command line arguments that several programs have in common."""

import argparse


def filled(text):
    """An argument that must not be empty: the pipeline's parameters are empty unless somebody gives them a value."""
    if not text.strip():
        raise argparse.ArgumentTypeError("must not be empty")
    return text.strip()


def add_object_arguments(parser):
    """The five arguments that name an object in MinIO and the way to it."""
    parser.add_argument("--minio_host", type=filled, required=True, help="host:port, or an address with http(s)://")
    parser.add_argument("--access_key", type=filled, required=True, help="MinIO access key")
    parser.add_argument("--secret_key", type=filled, required=True, help="MinIO secret key")
    parser.add_argument("--bucket_name", type=filled, required=True, help="bucket of the object")
    parser.add_argument("--file_name", type=filled, required=True, help="name of the object in its bucket")
