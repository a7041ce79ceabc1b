"""Looks up the features of the given users in Feast, as they were at each user's time.

The feature store is described by a `feature_store.yaml` that lies in MinIO.
"""

import argparse
import os
import pathlib
import sys
import tempfile

from shared.arguments import add_object_arguments, filled
from shared.frames import read_frame, write_frame
from shared.object_store import read_object, split_host

TIME_COLUMN = "event_timestamp"


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_object_arguments(parser)
    parser.add_argument("--entity_df_path", type=filled, required=True, help="data frame of the users to look up")
    parser.add_argument("--feature_list", type=filled, required=True, help="view:feature, separated by commas")
    parser.add_argument("--data_output_path", type=filled, required=True, help="where to write the data frame")
    return parser.parse_args()


def split_features(text):
    features = [feature.strip() for feature in text.split(",") if feature.strip()]
    if not features:
        sys.exit("feature_list names no feature.")
    for feature in features:
        if ":" not in feature:
            sys.exit(f'"{feature}" in feature_list must be written view:feature.')
    return features


def with_times(entities):
    """Feast needs a point in time for each row. Rows without one are looked up as of now."""
    import pandas

    if TIME_COLUMN not in entities.columns:
        print(f"No column {TIME_COLUMN}: features are looked up as of now.")
        return entities.assign(**{TIME_COLUMN: pandas.Timestamp.now(tz="UTC")})
    try:
        return entities.assign(**{TIME_COLUMN: pandas.to_datetime(entities[TIME_COLUMN], utc=True)})
    except (ValueError, TypeError) as error:
        sys.exit(f"{TIME_COLUMN} has a value that is not a time: {error}.")


def lend_keys(options):
    """The registry and the offline store usually lie in the same MinIO; what the environment says goes first."""
    host, secure = split_host(options.minio_host)
    address = f"{'https' if secure else 'http'}://{host}"
    os.environ.setdefault("AWS_ACCESS_KEY_ID", options.access_key)
    os.environ.setdefault("AWS_SECRET_ACCESS_KEY", options.secret_key)
    os.environ.setdefault("AWS_ENDPOINT_URL", address)
    os.environ.setdefault("FEAST_S3_ENDPOINT_URL", address)


def look_up(configuration, entities, features):
    from feast import FeatureStore
    from feast.errors import FeastError

    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "feature_store.yaml").write_bytes(configuration)
        try:
            store = FeatureStore(repo_path=folder)
            return store.get_historical_features(entity_df=entities, features=features).to_df()
        except FeastError as error:
            sys.exit(f"Feast cannot look up the features: {error}")
        except KeyError as error:
            sys.exit(f"Feast cannot look up the features: {error.args[0]}")


def main():
    options = parse_arguments()
    features = split_features(options.feature_list)
    entities = with_times(read_frame(options.entity_df_path))
    configuration = read_object(options)
    lend_keys(options)
    frame = look_up(configuration, entities, features)
    write_frame(frame, options.data_output_path)
    print(f"Retrieved {len(features)} features for {len(frame)} rows.")


if __name__ == "__main__":
    main()
