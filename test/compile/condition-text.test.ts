import { describe, expect, it } from 'vitest';
import { conditionText } from '../../src/compile/kfp/condition-text.ts';
import type { PlannedOperand, PlannedTerm } from '../../src/compile/plan/planned-terms.ts';
import type { ParameterType } from '../../src/model/port-type.ts';

const channel = (parameterType: ParameterType): PlannedOperand => ({
  kind: 'input',
  input: 'pipelinechannel--c',
  parameterType,
});

const value = (constant: string | number | boolean, parameterType: ParameterType): PlannedOperand => ({
  kind: 'value',
  value: constant,
  parameterType,
});

const CHANNEL = "inputs.parameter_values['pipelinechannel--c']";

/** Both sides, and what stands there. Texts as the SDK writes them, but for what it writes wrong. */
const COMPARISONS: readonly (readonly [PlannedOperand, PlannedOperand, string])[] = [
  [channel('STRING'), value('heads', 'STRING'), `${CHANNEL} == 'heads'`],
  [channel('STRING'), value('', 'STRING'), `${CHANNEL} == ''`],
  [channel('STRING'), value("it's", 'STRING'), `${CHANNEL} == 'it\\'s'`],
  [channel('STRING'), value('a\\b\nc', 'STRING'), `${CHANNEL} == 'a\\\\b\\nc'`],
  [channel('STRING'), channel('STRING'), `${CHANNEL} == ${CHANNEL}`],
  [value('x', 'STRING'), channel('STRING'), `'x' == ${CHANNEL}`],
  [channel('BOOLEAN'), value(true, 'BOOLEAN'), `${CHANNEL} == true`],
  [channel('NUMBER_INTEGER'), value(-3, 'NUMBER_INTEGER'), `int(${CHANNEL}) == -3`],
  [channel('NUMBER_INTEGER'), value(1e21, 'NUMBER_INTEGER'), `int(${CHANNEL}) == 1000000000000000000000`],
  [channel('NUMBER_INTEGER'), value(2.5, 'NUMBER_DOUBLE'), `double(int(${CHANNEL})) == 2.5`],
  [channel('NUMBER_DOUBLE'), value(3, 'NUMBER_INTEGER'), `${CHANNEL} == double(3)`],
  [channel('NUMBER_DOUBLE'), value(2, 'NUMBER_DOUBLE'), `${CHANNEL} == 2.0`],
  [channel('NUMBER_DOUBLE'), value(1e20, 'NUMBER_DOUBLE'), `${CHANNEL} == 1e+20`],
  [channel('NUMBER_DOUBLE'), value(0.00001, 'NUMBER_DOUBLE'), `${CHANNEL} == 1e-05`],
  [channel('NUMBER_DOUBLE'), channel('NUMBER_INTEGER'), `${CHANNEL} == double(int(${CHANNEL}))`],
];

describe('the text of a condition', () => {
  it.each(COMPARISONS)('%# compares %o with %o', (left, right, text) => {
    expect(conditionText([{ kind: 'comparison', negated: false, left, operator: '==', right }])).toBe(text);
  });

  it('negates what came before and joins all terms', () => {
    const term = (operator: '==' | '<=', negated: boolean): PlannedTerm => ({
      kind: 'comparison',
      negated,
      left: channel('STRING'),
      operator,
      right: value('a', 'STRING'),
    });
    const raw: PlannedTerm = { kind: 'raw', negated: true, text: 'a || b' };
    expect(conditionText([raw, term('==', true), term('<=', false)])).toBe(
      `!(a || b) && !(${CHANNEL} == 'a') && ${CHANNEL} <= 'a'`,
    );
  });
});
