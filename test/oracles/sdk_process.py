"""Executes Python DSL and compiles it with the official SDK, one request a line.

A request is a JSON object on one line of standard input, with an `id`; the answer is one line of standard output:

  {"op": "compile", "source": str, "name"?: str}
      Executes the source as a module and compiles the pipeline it defines last, or the one called `name`.
      Answers {"text": str} or {"error": str}.
  {"op": "compile-file", "path": str}
      The same for a file beside other files, as `python FILE` would see it. Tried for each pipeline or component of it.
      Answers {"texts": {name: text}, "error"?: str}.
  {"op": "load", "text": str}
      Loads a component from YAML. Answers {"name": str} or {"error": str}.
  {"op": "format", "source": str}
      Formats Python source with Black. Answers {"text": str, "name": version} or {"error": str}.
"""
import contextlib
import io
import json
import linecache
import os
import sys
import tempfile
import traceback
import types
import warnings

warnings.filterwarnings('ignore')

from kfp import compiler, components  # noqa: E402
from kfp.dsl import base_component, graph_component, pipeline_context  # noqa: E402

FOLDER = tempfile.mkdtemp(prefix='pipewright-sdk-')
counter = 0


def compiled_text(component):
    path = os.path.join(FOLDER, 'pipeline.yaml')
    compiler.Compiler().compile(component, path)
    with open(path, encoding='utf-8') as file:
        return file.read()


def run_module(source, filename, name):
    """The namespace of an executed source. The SDK reads the source of functions through linecache."""
    module = types.ModuleType(name)
    module.__file__ = filename
    sys.modules[name] = module
    linecache.cache[filename] = (len(source), None, source.splitlines(True), filename)
    exec(compile(source, filename, 'exec'), module.__dict__)
    return module.__dict__


def compile_source(request):
    global counter
    counter += 1
    name = f'emitted_{counter}'
    filename = os.path.join(FOLDER, f'{name}.py')
    try:
        namespace = run_module(request['source'], filename, name)
    finally:
        linecache.cache.pop(filename, None)
        sys.modules.pop(name, None)
    wanted = request.get('name')
    pipelines = [
        value for value in namespace.values()
        if isinstance(value, graph_component.GraphComponent)
    ]
    chosen = namespace[wanted] if wanted else pipelines[-1]
    return {'text': compiled_text(chosen)}


def compile_file(request):
    path = request['path']
    folder = os.path.dirname(path)
    before = os.getcwd()
    sys.path.insert(0, folder)
    os.chdir(FOLDER)
    try:
        with open(path, encoding='utf-8') as file:
            source = file.read()
        namespace = run_module(source, path, 'corpus_module')
        texts = {}
        for name, value in list(namespace.items()):
            if isinstance(value, base_component.BaseComponent):
                try:
                    texts[name] = compiled_text(value)
                except Exception as error:
                    texts[name] = f'# {type(error).__name__}: {error}'
        return {'texts': texts}
    finally:
        sys.path.remove(folder)
        sys.modules.pop('corpus_module', None)
        os.chdir(before)


def load(request):
    return {'name': components.load_component_from_text(request['text']).name}


def format_source(request):
    import black
    return {'text': black.format_str(request['source'], mode=black.Mode()), 'name': black.__version__}


OPERATIONS = {
    'compile': compile_source,
    'compile-file': compile_file,
    'load': load,
    'format': format_source,
}


def answer(request):
    try:
        return OPERATIONS[request['op']](request)
    except BaseException as error:
        pipeline_context.Pipeline._default_pipeline = None
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f'{os.path.basename(last.filename)}:{last.lineno}'
        return {'error': f'{type(error).__name__}: {error} ({place})'}


def main():
    output = sys.stdout
    for line in sys.stdin:
        request = json.loads(line)
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            found = answer(request)
        output.write(json.dumps({'id': request['id'], **found}) + '\n')
        output.flush()


if __name__ == '__main__':
    main()
