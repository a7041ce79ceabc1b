"""The pipeline of `flowDocument` in the official SDK. Prints the seconds of CPU that drawing and compiling it took.

    python3 sdk_flow.py COUNT OUTPUT
"""
import sys
import time
import warnings

from kfp import compiler
from kfp import components
from kfp import dsl
import yaml

COUNT, LAYER = int(sys.argv[1]), 10
INPUTS = ['text:String', 'count:Integer', 'rate:Float', 'flag:Boolean', 'items:List', 'options:Dict', 'data:Dataset',
          'model:Model', 'any:Artifact', 'secret_key:String']
OUTPUTS = ['text_out:String', 'count_out:Integer', 'items_out:List', 'data_out:Dataset', 'any_out:Artifact']


def port(text, **more):
    name, kind = text.split(':')
    return {'name': name, 'type': kind, **more}


work = components.load_component_from_text(yaml.safe_dump({
    'name': 'Work',
    'inputs': [port(text, optional=True) for text in INPUTS],
    'outputs': [port(text) for text in OUTPUTS],
    'implementation': {'container': {'image': 'alpine:3.20', 'command': ['true']}},
}))


def draw(mode: str = 'x'):
    before = [work(text=mode, count=index) for index in range(LAYER)]
    for layer in range(1, COUNT // LAYER):
        def task(index, text=None):
            left, right = before[index], before[(index + 3) % LAYER]
            return work(text=text or left.outputs['text_out'], count=right.outputs['count_out'],
                        data=left.outputs['data_out'])
        if layer % 10 != 9:
            before = [task(index) for index in range(LAYER)]
            continue
        with dsl.ParallelFor(before[0].outputs['items_out']) as item:
            for index in range(5):
                task(index, item)
        with dsl.If(mode == 'x'):
            for index in range(5, 8):
                task(index)
        with dsl.Else():
            for index in range(8, 10):
                task(index)


warnings.simplefilter('ignore')
started = time.process_time()
compiler.Compiler().compile(dsl.pipeline(name='flow')(draw), sys.argv[2])
print(time.process_time() - started)
