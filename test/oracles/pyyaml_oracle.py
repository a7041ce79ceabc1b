#!/usr/bin/env python3
"""Answers requests with PyYAML and Python's own texts: one JSON array on standard input, one on standard output.

    {"op": "dump", "documents": [tree, …], "options": {…}}   -> {"text": …}
    {"op": "load", "text": …}                                 -> {"documents": [tree, …]} or {"error": type}
    {"op": "json", "value": tree, "sortKeys": bool}           -> {"text": …}
    {"op": "repr", "value": tree}                             -> {"text": …}

Trees are JSON, in which {"$float": repr} is a float and {"$map": [[key, value], …]} a map. A date or time is given as
its text after Python has accepted it.
"""
import json
import sys

import yaml


class Loader(yaml.SafeLoader):
    pass


def keep_timestamp(loader, node):
    loader.construct_yaml_timestamp(node)
    return node.value


Loader.add_constructor('tag:yaml.org,2002:timestamp', keep_timestamp)


def decode(tree):
    if isinstance(tree, list):
        return [decode(item) for item in tree]
    if isinstance(tree, dict):
        return float(tree['$float']) if '$float' in tree else {key: decode(value) for key, value in tree['$map']}
    return tree


def encode(value):
    if isinstance(value, list):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {'$map': [[encode(key), encode(item)] for key, item in value.items()]}
    return {'$float': repr(value)} if isinstance(value, float) else value


def answer(request):
    op = request['op']
    if op == 'dump':
        documents = [decode(document) for document in request['documents']]
        return {'text': yaml.dump_all(documents, **request.get('options', {}))}
    if op == 'load':
        return load(request['text'])
    value = decode(request['value'])
    return {'text': json.dumps(value, sort_keys=request['sortKeys']) if op == 'json' else repr(value)}


def load(text):
    try:
        return {'documents': [encode(document) for document in yaml.load_all(text, Loader=Loader)]}
    except Exception as error:  # every refusal counts, also a plain ValueError of a constructor
        return {'error': type(error).__name__}


def main():
    sys.set_int_max_str_digits(0)
    json.dump([answer(request) for request in json.load(sys.stdin)], sys.stdout)


if __name__ == '__main__':
    main()
