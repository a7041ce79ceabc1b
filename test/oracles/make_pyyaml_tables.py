#!/usr/bin/env python3
"""Writes test/fixtures/pyyaml/*.json: what PyYAML 6 makes of fixed and of seeded random input.

    pip install PyYAML==6.0.3
    python3 make_pyyaml_tables.py

The tables stand in for PyYAML where there is no Python; where there is, far more is compared live.
"""
import json
import pathlib
import random

import pyyaml_oracle

FOLDER = pathlib.Path(__file__).resolve().parent.parent / 'fixtures' / 'pyyaml'

TRAPS = """yes|No|on|OFF|y|n|true|False|TRUE|tRue|null|Null|nULL|~||1_000|017|0o17|0x1F|0b11|0b_|0x_|089|0_|12:30|12:30:45|1:60
190:20:30.15|1.5|.5|+.5|1.|1._|1e5|1.0e5|1.0e+5|1.e+5|1.5E-3|.inf|-.INF|+.Inf|.nan|.NaN|-.nan|+1|-0|+0|--1|1__0|_1|2024-01-31
2024-1-31|2024-01-31 10:20:30|2024-01-31T10:20:30Z|2024-01-31t1:20:30.5 +01:30|2024-13-01|2024-02-30|<<|=|!tag|!|&a|*a|- dash
-dash|-|--|? question|?question|?|: colon|:colon|:|a: b|a:b|a:|a #b|a#b|#c|@at|`tick|%percent|>|{|}|[|]|,|---|...|--- x|---x
it's|"|''| lead|trail | |  |{{$.inputs.parameters['x']}}|{"Concat": ["a", "b"]}|${VAR}|sh -c 'echo "x"'|C:\\dir|50%|a&b|a|b""".replace(
    '\n', '|').split('|')
SPECIAL = ['a\nb', 'a \nb', 'a\n b', '\n', '\n\n', '\na', 'a\n', 'a\n\n\nb', 'a\n\n', ' \n', '\t', 'tab\there', 'nbsp\u00a0',
           'bom\ufeff', 'nel\u0085x', 'ls\u2028x', 'ps\u2029', 'nul\u0000', 'esc\u001b', 'del\u007f', 'cr\rlf\r\n', '\\',
           'é', '世界', '😀', '\uffff', '\U0010ffff', 'x' * 200, 'word ' * 40, "it's " * 40, 'é ' * 60, 'a\tb ' * 40,
           '#!/bin/sh\nset -e\n\nif [ -n "$1" ]; then\n\techo "it\'s $1"\nfi\n']
NUMBERS = [0, 1, -1, 10**15, 2**53, -2**53, 0.0, -0.0, 1.0, -1.5, 0.1, 1e15, 1e16, 123456789012345680.0, 1e17, 1e21, 1e22,
           1e-4, 1e-5, 5e-324, 1.7976931348623157e308, 1 / 3, 2**0.5, float('inf'), float('-inf')]


def random_text(rng):
    words = ['alpha', 'b', "it's", 'x: y', '#no', '"q"', '-', 'é', '\\', 'longer-word-here', '12', 'yes']
    separator = rng.choice([' ', ' ', ' ', '  ', '\n', ' \n', '\n '])
    return separator.join(rng.choice(words) for _ in range(rng.randint(1, 40)))


def random_tree(rng, depth):
    kind = rng.randint(0, 9 if depth else 5)
    if kind < 3:
        return random_text(rng) if kind else rng.choice(TRAPS + SPECIAL)
    if kind < 6:
        return rng.choice([None, True, False, rng.choice(NUMBERS)])
    size = rng.randint(0, 4)
    if kind < 8:
        return [random_tree(rng, depth - 1) for _ in range(size)]
    return {rng.choice(TRAPS + SPECIAL + ['k%d' % n for n in range(60)]): random_tree(rng, depth - 1)
            for _ in range(size)}


def dump_rows(rng):
    trees = [{'v': text, text: [text, [text]]} for text in TRAPS + SPECIAL] + TRAPS[:20] + SPECIAL
    trees += [{'n': number, 'l': [number]} for number in NUMBERS] + NUMBERS
    trees += [{'k' * length: 1} for length in (121, 122, 123, 124, 127, 128)] + [[], {}, [[]], [{}], {'a': {}, 'b': []}]
    trees += [[[1, [2]], [{'a': [{'b': [1]}]}]], {'\uffff': 1, '😀': 2, 'b': 3, 'B': 4, '10': 5, '9': 6}]
    trees += [random_tree(rng, 5) for _ in range(250)]
    return [{'tree': tree, 'text': pyyaml_oracle.answer({'op': 'dump', 'documents': [tree]})['text'],
             'json': json.dumps(pyyaml_oracle.decode(tree), sort_keys=True),
             'repr': repr(pyyaml_oracle.decode(tree))} for tree in map(pyyaml_oracle.encode, trees)]


def load_rows(rng):
    digits = '0012567890+-..__::eExXbBoTZ '
    scalars = TRAPS + [''.join(rng.choice(digits) for _ in range(rng.randint(1, 8))) for _ in range(600)]
    tagged = ['!!%s %s' % (tag, text) for tag in ('str', 'int', 'float', 'bool', 'null', 'timestamp')
              for text in ('5', '"5"', 'x', 'yes', '1.5', "''", '2024-01-01')]
    texts = ['key: %s\nother: 1\n' % text for text in scalars + tagged if '|' not in text]
    return [{'text': text, **pyyaml_oracle.load(text)} for text in texts]


def main():
    rng = random.Random(20240131)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, rows in (('dump', dump_rows(rng)), ('load', load_rows(rng))):
        lines = ',\n'.join(json.dumps(row) for row in rows)
        (FOLDER / (name + '.json')).write_text('[\n' + lines + '\n]\n')
        print(name, len(rows))


if __name__ == '__main__':
    main()
