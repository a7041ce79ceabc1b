"""Runs compiled pipelines with `kfp.local` and prints what each gave, one JSON object a line.

Every line of the input is `{"name", "text", "arguments"}`. What components would install is left out: they run with
the packages of this Python.
"""

import json
import os
import signal
import sys
import tempfile
import warnings

import yaml
from google.protobuf import json_format
from kfp import dsl, local
from kfp.local import pipeline_orchestrator
from kfp.pipeline_spec import pipeline_spec_pb2

warnings.simplefilter('ignore')


def plain(value):
    """An output as JSON; of an artifact what its file holds."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, dsl.Artifact):
        content = None
        if value.path and os.path.isfile(value.path):
            with open(value.path, errors='replace') as file:
                content = file.read()
        return {'content': content, 'metadata': plain(value.metadata), 'type': value.schema_title}
    return value


def without_installing(spec):
    for executor in spec['deploymentSpec'].get('executors', {}).values():
        command = executor.get('container', {}).get('command', [])
        if len(command) > 3 and 'pip install' in command[2]:
            del command[:3]
    return spec


def run(request):
    spec = without_installing(next(yaml.safe_load_all(request['text'])))
    message = json_format.ParseDict(spec, pipeline_spec_pb2.PipelineSpec(), ignore_unknown_fields=True)
    with tempfile.TemporaryDirectory() as root:
        local.init(
            runner=local.SubprocessRunner(use_venv=False),
            pipeline_root=root,
            workspace_root=os.path.join(root, 'workspace'),
            raise_on_error=True,
        )
        return plain(pipeline_orchestrator.run_local_pipeline(message, request['arguments']))


LONGEST_SECONDS = 40

answers = sys.stdout
sys.stdout = sys.stderr


def answer(request):
    try:
        said = {'name': request['name'], 'outputs': run(request)}
    except Exception as error:  # Whatever it cannot run, it says.
        said = {'name': request['name'], 'error': f'{type(error).__name__}: {error}'[:300]}
    answers.write(json.dumps(said) + '\n')
    answers.flush()


# Each pipeline in a process of its own: some loops never end in kfp.local.
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        signal.alarm(LONGEST_SECONDS)
        answer(json.loads(line))
        os._exit(0)
    os.waitpid(child, 0)
