"""Loads a model at a stage from the MLflow registry and adds its predictions to a data frame."""

import argparse
import sys

from shared.arguments import filled
from shared.frames import read_frame, write_frame

PREDICTION = "prediction"
MODEL_TYPES = ("sklearn", "xgboost", "tensorflow")
TIME_COLUMN = "event_timestamp"


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model_name", type=filled, required=True, help="name in the model registry")
    parser.add_argument("--model_type", type=str.lower, required=True, choices=MODEL_TYPES, help="library of the model")
    parser.add_argument("--model_stage", type=filled, required=True, help="stage in the registry, such as Production")
    parser.add_argument("--mlflow_host", type=filled, required=True, help="address of the MLflow server")
    parser.add_argument("--input_data_path", type=filled, required=True, help="data frame with the features")
    parser.add_argument("--data_output_path", type=filled, required=True, help="where to write the data frame")
    return parser.parse_args()


def load_model(options):
    """The model in its own library's form, and the names of its features where the registry knows them."""
    import importlib

    import mlflow
    from mlflow.exceptions import MlflowException

    address = options.mlflow_host if "://" in options.mlflow_host else f"http://{options.mlflow_host}"
    mlflow.set_tracking_uri(address)
    place = f"models:/{options.model_name}/{options.model_stage}"
    try:
        signature = mlflow.models.get_model_info(place).signature
        library = importlib.import_module(f"mlflow.{options.model_type}")
        model = library.load_model(place)
    except MlflowException as error:
        sys.exit(f"{place} cannot be loaded from {address}: {error}")
    names = signature.inputs.input_names() if signature and signature.inputs.has_input_names() else None
    return model, names


def select_features(frame, names):
    """The columns the model was trained on; where it does not say, all but ids and times."""
    if names is None:
        names = [name for name in frame.columns if name != TIME_COLUMN and not str(name).endswith("_id")]
    missing = [name for name in names if name not in frame.columns]
    if missing:
        sys.exit(f"The model needs the columns {', '.join(missing)}, which the data do not have.")
    return frame[list(names)]


def predict(model, features, model_type):
    """One prediction for each row. Of several scores for a row the place of the largest is taken."""
    import numpy

    if model_type == "xgboost" and type(model).__name__ == "Booster":
        import xgboost

        scores = model.predict(xgboost.DMatrix(features))
    elif model_type == "tensorflow":
        scores = model.predict(features.to_numpy(dtype="float32"), verbose=0)
    else:
        scores = model.predict(features)
    scores = numpy.asarray(scores)
    if scores.ndim == 2 and scores.shape[1] > 1:
        return scores.argmax(axis=1)
    return scores.reshape(len(features))


def main():
    options = parse_arguments()
    frame = read_frame(options.input_data_path)
    model, names = load_model(options)
    features = select_features(frame, names)
    try:
        predictions = predict(model, features, options.model_type)
    except (ValueError, TypeError) as error:
        sys.exit(f"The model cannot work on these data: {error}")
    write_frame(frame.assign(**{PREDICTION: predictions}), options.data_output_path)
    print(f"Predicted {len(frame)} rows with {options.model_name} at stage {options.model_stage}.")


if __name__ == "__main__":
    main()
