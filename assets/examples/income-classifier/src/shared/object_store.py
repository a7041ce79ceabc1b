"""Reading and writing objects in MinIO, with failures told in one sentence.

Neither keys nor the contents of objects are ever printed.
"""

import contextlib
import io
import sys
from urllib.parse import urlsplit

EXPLANATIONS = {
    "NoSuchBucket": "there is no bucket of this name",
    "NoSuchKey": "the bucket has no object of this name",
    "AccessDenied": "these keys are not allowed to do that",
    "InvalidAccessKeyId": "the server does not know the access key",
    "SignatureDoesNotMatch": "the secret key does not fit the access key",
}


def split_host(text):
    """`host:port` and whether to use TLS. Without `https://` the connection is plain, as inside a cluster."""
    parts = urlsplit(text if "://" in text else f"http://{text}")
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.path.strip("/"):
        sys.exit(f"minio_host must look like minio.example.com:9000 or https://minio.example.com, not {text}.")
    return parts.netloc, parts.scheme == "https"


def connect(minio_host, access_key, secret_key):
    from minio import Minio

    host, secure = split_host(minio_host)
    return Minio(host, access_key=access_key, secret_key=secret_key, secure=secure)


@contextlib.contextmanager
def explained(action, options):
    """Turns what can go wrong at the object store into one sentence and exit status 1."""
    from minio.error import MinioException, S3Error
    from urllib3.exceptions import HTTPError

    place = f"{options.bucket_name}/{options.file_name} {action} {options.minio_host}"
    try:
        yield
    except S3Error as error:
        sys.exit(f"{place}: {EXPLANATIONS.get(error.code, f'{error.code}, {error.message}')}.")
    except (HTTPError, OSError) as error:
        sys.exit(f"{place}: the server cannot be reached ({type(error).__name__}).")
    except (MinioException, ValueError) as error:
        sys.exit(f"{place}: {error}.")


def read_object(options):
    """The bytes of the object that the arguments name."""
    with explained("cannot be read from", options):
        client = connect(options.minio_host, options.access_key, options.secret_key)
        response = client.get_object(options.bucket_name, options.file_name)
        try:
            return response.read()
        finally:
            response.close()
            response.release_conn()


def write_object(options, content, content_type):
    """Writes the object that the arguments name; the bucket is created where it is missing."""
    with explained("cannot be written to", options):
        client = connect(options.minio_host, options.access_key, options.secret_key)
        if not client.bucket_exists(options.bucket_name):
            client.make_bucket(options.bucket_name)
        client.put_object(
            options.bucket_name, options.file_name, io.BytesIO(content), len(content), content_type=content_type
        )
