import fc from 'fast-check';
import type { Argument, ConstantValue, Reference, TemplateValue } from '../../src/model/argument.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { pythonFloat } from '../../src/yaml/yaml-tree.ts';

/** Words YAML versions read in different ways, and texts with characters that need care. */
const TRICKY_TEXTS = [
  '',
  ' ',
  'yes',
  'no',
  'on',
  'null',
  '~',
  'true',
  '1',
  '1.0',
  '1e3',
  '0x1F',
  '0o17',
  '012',
  '1_000',
  '12:30:45',
  '2001-01-01',
  '.inf',
  '-',
  '--',
  '- a',
  '---',
  '...',
  '?',
  ': ',
  'a: b',
  'a:',
  '#',
  'a #b',
  'a#b',
  '&a',
  '*a',
  '!a',
  '|',
  '>',
  '%a',
  '@a',
  '`a`',
  '"',
  "'",
  '\\',
  '\\n',
  '{a}',
  '[a]',
  'a, b',
  'é',
  '日本',
  '😀',
  '\t',
  'a\tb',
  '\n',
  'a\n',
  'a\nb',
  'a\n\n',
  '\na',
  ' a\nb',
  'a \nb\n',
  '# a\n# b\n',
  'a\r\nb',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\u0007',
  'x: |\n  y\n',
  '=',
  '<<',
  'key: value # c\n- item\n',
];

/** Text of any kind; never one that looks like an id of the document, so that tests can compare modulo ids. */
export const arbitraryText = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom(...TRICKY_TEXTS) },
    { weight: 2, arbitrary: fc.string({ maxLength: 12 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    { weight: 1, arbitrary: fc.array(fc.string({ maxLength: 6 }), { maxLength: 4 }).map((lines) => lines.join('\n')) },
  )
  .filter((text) => !/^(?:(?:inputs|outputs):)?[tgbnp]\d+$/.test(text));

const arbitraryNumber = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true, noInteger: true }),
  fc.integer().map(pythonFloat),
);

const constants = fc.letrec<{ value: ConstantValue; list: ConstantValue; map: JsonObject }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    arbitraryText,
    fc.boolean(),
    arbitraryNumber as fc.Arbitrary<ConstantValue>,
    fc.constant(null),
    tie('list'),
    tie('map'),
  ),
  list: fc.array(tie('value'), { maxLength: 3 }),
  map: fc
    .dictionary(arbitraryText, tie('value'), { maxKeys: 3 })
    .filter((map) => !Object.hasOwn(map, 'pythonFloat'))
    .map((map) => ({ ...map })),
}));

/** Any constant. */
export const arbitraryConstant: fc.Arbitrary<ConstantValue> = constants.value;

/** Any map constant. */
export const arbitraryMap: fc.Arbitrary<JsonObject> = constants.map;

/** Fields of a later version. */
export const arbitraryUnknown: fc.Arbitrary<JsonObject> = fc
  .dictionary(fc.constantFrom('x-owner', 'x-future', 'x-list'), constants.value, { minKeys: 1, maxKeys: 2 })
  .map((map) => ({ ...map }));

/** Text parts. */
export function arbitraryParts(reference: fc.Arbitrary<Reference>): fc.Arbitrary<readonly (string | Reference)[]> {
  return fc.array(fc.oneof(arbitraryText, reference), { maxLength: 3 });
}

/** Any argument over the given references. */
export function arbitraryArgument(reference: fc.Arbitrary<Reference>): fc.Arbitrary<Argument> {
  const value = arbitraryConstant.map((constant): Argument => ({ kind: 'value', value: constant }));
  const text = arbitraryParts(reference).map((parts): Argument => ({ kind: 'text', parts }));
  const template = arbitraryTemplate(reference).map((tree): Argument => ({ kind: 'template', value: tree }));
  return fc.oneof({ weight: 2, arbitrary: value }, { weight: 4, arbitrary: reference }, text, template);
}

function arbitraryTemplate(reference: fc.Arbitrary<Reference>): fc.Arbitrary<TemplateValue> {
  return fc.letrec<{ value: TemplateValue }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      arbitraryConstant.map((value): TemplateValue => ({ kind: 'constant', value })),
      arbitraryParts(reference).map((parts): TemplateValue => ({ kind: 'text', parts })),
      fc.array(tie('value'), { maxLength: 2 }).map((items): TemplateValue => ({ kind: 'list', items })),
      fc
        .uniqueArray(fc.tuple(arbitraryText, tie('value')), { selector: ([key]) => key, maxLength: 2 })
        .map((entries): TemplateValue => ({ kind: 'map', entries })),
    ),
  })).value;
}
