import { type RuleEntries, refused, stricter, unwritable, warned } from './rule-entry.ts';

const INCOMPATIBLE =
  "Incompatible argument passed to the input 'x' of component 'c': Argument type 'A' is incompatible with the input type 'B'";
const CONSTANT = "Argument type 'NUMBER_INTEGER' is incompatible with the input type 'STRING'";

/** What feeds an input: wires, constants, texts. */
export const WIRE_RULES: RuleEntries = {
  'already-after': unwritable('wiring'),
  'artifact-for-parameter': refused('wiring', INCOMPATIBLE),
  'artifact-in-text': stricter(
    'live',
    'The SDK writes it as if it were a value, which the task then does not have.',
    'run',
  ),
  'artifact-types-differ': refused('wiring', INCOMPATIBLE),
  'artifact-versions-differ': refused('wiring', INCOMPATIBLE),
  'component-missing': unwritable('live'),
  'component-problem': refused(
    'live',
    'Input "a" with type "system.Artifact@0.0.1" cannot be paired with InputValuePlaceholder.',
  ),
  'component-unreadable': refused('live', 'The loader’s own error, such as: Non-unique input name "a"', 'load'),
  'constant-for-artifact': refused('live', 'Input artifacts are not supported. Got input artifact of type …'),
  'constant-not-allowed': stricter(
    'live',
    'The server refuses the run or the task fails: the component names the values it takes.',
    'run',
    'value does not match any of the allowed literal values',
  ),
  'constant-not-boolean': refused('live', CONSTANT),
  'constant-not-finite': refused(
    'live',
    'Fail to serialize Infinity for Value.number_value, which would parse as string_value.',
  ),
  'constant-not-integer': refused('live', CONSTANT),
  'constant-not-list': refused('live', CONSTANT),
  'constant-not-map': refused('live', CONSTANT),
  'constant-not-number': refused('live', CONSTANT),
  'constant-not-text': refused('live', CONSTANT),
  'constant-null': refused(
    'live',
    "Constant argument inputs must be one of type ['String', 'Integer', …] Got: None of type <class 'NoneType'>.",
  ),
  cycle: stricter('wiring', 'The SDK compiles tasks that wait for each other; none of them ever begins.', 'run'),
  'input-set-by-kfp': refused('wiring', 'got an unexpected keyword argument'),
  'list-for-single-artifact': refused('wiring', INCOMPATIBLE),
  'missing-argument': refused('live', 'c() missing 1 required argument: x.'),
  'other-pipeline': unwritable('wiring'),
  'parameter-for-artifact': refused('wiring', INCOMPATIBLE),
  'parameter-types-differ': refused('wiring', INCOMPATIBLE),
  'secret-in-file': warned('live', 'never'),
  'single-artifact-for-list': refused('wiring', INCOMPATIBLE),
  'unknown-argument': refused('wiring', 'c() got an unexpected keyword argument "zz".'),
  'unknown-output': refused('wiring', "KeyError: 'zz'"),
  'unknown-task': unwritable('live'),
};
