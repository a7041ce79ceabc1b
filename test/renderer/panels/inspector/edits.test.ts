import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setSharedOption, sharedOption } from '../../../../renderer/panels/inspector/other/shared-options.ts';
import { changesForType } from '../../../../renderer/panels/inspector/pipeline/change-type.ts';
import { typeChoices } from '../../../../renderer/panels/inspector/pipeline/port-types.ts';
import { optionAt, withOption } from '../../../../renderer/panels/inspector/task/option-paths.ts';
import { usersOfOutputs } from '../../../../renderer/panels/inspector/task/output-users.ts';
import { makePipelineInput, makePipelineOutput } from '../../../../renderer/panels/inspector/task/promote-port.ts';
import { tidyPortName, tidyTaskName } from '../../../../renderer/panels/inspector/task/tidy-name.ts';
import { checkDocument } from '../../../../src/analysis/check-document.ts';
import type { TaskId } from '../../../../src/model/ids.ts';
import { rootPipeline } from '../../../../src/model/lookups.ts';
import { sanitisePortName, sanitiseTaskName } from '../../../../src/model/sanitise-names.ts';
import { artifact, INTEGER, LIST, output, STRING, smallDocument } from '../../../helpers/small-document.ts';

const FIRST = 't1' as TaskId;
const SECOND = 't2' as TaskId;

describe('makePipelineInput', () => {
  it('keeps the value as the default of the new input', () => {
    const document = smallDocument({ tasks: [{ arguments: { count: { kind: 'value', value: 3 } } }] });
    const after = makePipelineInput(document, FIRST, 'count').document;
    expect(rootPipeline(after).inputs).toEqual([{ name: 'count', type: INTEGER, default: 3 }]);
    expect(after.tasks.get(FIRST)?.arguments.count).toEqual({ kind: 'input', input: 'count' });
  });

  it('makes inputs for artifacts, and finds a free name', () => {
    const document = smallDocument({ pipeline: { inputs: [{ name: 'data', type: STRING }] }, tasks: [{}] });
    const after = makePipelineInput(document, FIRST, 'data').document;
    expect(rootPipeline(after).inputs[1]).toEqual({ name: 'data_2', type: artifact('Dataset'), optional: true });
    expect(checkDocument(after).counts.error).toBe(checkDocument(document).counts.error);
  });

  it('changes nothing for a port that is not there', () => {
    const document = smallDocument({ tasks: [{}] });
    expect(makePipelineInput(document, FIRST, 'nothing').document).toBe(document);
    expect(makePipelineOutput(document, FIRST, 'nothing').document).toBe(document);
  });
});

describe('makePipelineOutput', () => {
  it('feeds a new output of the same type', () => {
    const after = makePipelineOutput(smallDocument({ tasks: [{}] }), FIRST, 'data_out').document;
    expect(rootPipeline(after).outputs).toEqual([
      { name: 'data_out', type: artifact('Dataset'), source: output('t1', 'data_out') },
    ]);
  });
});

describe('usersOfOutputs', () => {
  it('finds tasks and pipeline outputs by port, each once', () => {
    const parts = ['a', output('t1', 'text_out'), 'b', output('t1', 'text_out')];
    const document = smallDocument({
      pipeline: { outputs: [{ name: 'result', type: STRING, source: output('t1', 'text_out') }] },
      tasks: [{}, { arguments: { text: { kind: 'text', parts }, count: output('t1', 'count_out') } }],
    });
    const users = usersOfOutputs(document, document.root, FIRST);
    expect(users.get('text_out')?.map(({ key, kind }) => [key, kind])).toEqual([
      ['t2', 'node'],
      ['outputs:p1', 'pipeline-output'],
    ]);
    expect(users.get('count_out')).toHaveLength(1);
    expect(users.get('data_out')).toBeUndefined();
  });
});

describe('changesForType', () => {
  const input = { name: 'a', type: STRING, default: '12' };

  it('keeps a default that means the same', () => {
    expect(changesForType(input, INTEGER)).toEqual({ type: INTEGER, default: 12 });
    expect(changesForType({ ...input, default: '[1]' }, LIST)).toEqual({ type: LIST, default: [1] });
    expect(changesForType(input, STRING)).toEqual({ type: STRING });
  });

  it('drops one that has no meaning there', () => {
    expect(changesForType({ ...input, default: 'twelve' }, INTEGER)).toEqual({ type: INTEGER, default: undefined });
    const dataset = artifact('Dataset');
    expect(changesForType(input, dataset)).toEqual({ type: dataset, default: undefined, optional: true });
  });
});

describe('typeChoices', () => {
  it('offers the six value types and the artifacts of the SDK', () => {
    const { parameters, artifacts } = typeChoices(STRING);
    expect(parameters.map(({ label }) => label)).toEqual(['String', 'Integer', 'Float', 'Boolean', 'List', 'Dict']);
    expect(artifacts.map(({ label }) => label)).toContain('Dataset');
  });

  it('keeps a type that is none of them', () => {
    const own = artifact('Dataset', true);
    expect(typeChoices(own).artifacts.at(-1)).toEqual({ label: 'List[Dataset]', type: own });
  });
});

describe('options', () => {
  it('are set and cleared by path; a section that becomes empty goes', () => {
    const set = withOption({}, 'resources.cpuLimit', '2');
    expect(set).toEqual({ resources: { cpuLimit: '2' } });
    expect(optionAt(set, 'resources.cpuLimit')).toBe('2');
    expect(optionAt(set, 'resources.cpuLimit.x')).toBeUndefined();
    expect(withOption(set, 'resources.cpuLimit', undefined)).toEqual({});
    const two = withOption(set, 'retry.maxCount', 3);
    expect(withOption(two, 'retry.maxCount', undefined)).toEqual(set);
  });

  it('stand in lists by their number; a row keeps its place while it is empty', () => {
    const rows = withOption({}, 'kubernetes.tolerations', [{ key: 'gpu' }, { key: 'spot' }]);
    const cleared = withOption(rows, 'kubernetes.tolerations.0.key', undefined);
    expect(cleared).toEqual({ kubernetes: { tolerations: [{}, { key: 'spot' }] } });
    expect(withOption(cleared, 'kubernetes.tolerations.0.effect', 'NoExecute')).toEqual({
      kubernetes: { tolerations: [{ effect: 'NoExecute' }, { key: 'spot' }] },
    });
    const one = withOption(rows, 'kubernetes.tolerations.0', undefined);
    expect(one).toEqual({ kubernetes: { tolerations: [{ key: 'spot' }] } });
    expect(withOption(one, 'kubernetes.tolerations.0', undefined)).toEqual({});
  });

  it('keep the order they were written in', () => {
    const options = { retry: { maxCount: 1 }, kubernetes: { podLabels: { a: '1' }, timeoutSeconds: 3 } };
    expect(JSON.stringify(withOption(options, 'kubernetes.podLabels.a', '2'))).toBe(
      '{"retry":{"maxCount":1},"kubernetes":{"podLabels":{"a":"2"},"timeoutSeconds":3}}',
    );
  });

  it('are shared by several tasks, or differ', () => {
    const document = smallDocument({ tasks: [{ options: { retry: { maxCount: 1 } } }, {}] });
    const tasks = [...document.tasks.values()];
    expect(sharedOption(tasks, 'retry.maxCount')).toEqual({ same: false });
    expect(sharedOption(tasks, 'caching.enabled')).toEqual({ same: true, value: undefined });
    const after = setSharedOption(document, [FIRST, SECOND], 'retry.maxCount', 4);
    expect(sharedOption([...after.document.tasks.values()], 'retry.maxCount')).toEqual({ same: true, value: 4 });
    expect(after.label).toEqual({ key: 'edit.set-options-of-many', values: { count: 2 } });
  });
});

describe('names while they are typed', () => {
  it('become what the edit makes of them', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(sanitiseTaskName(tidyTaskName(text))).toBe(sanitiseTaskName(text));
        expect(sanitisePortName(tidyPortName(text))).toBe(sanitisePortName(text));
      }),
    );
  });

  it('may end in a dash that still gets a letter', () => {
    expect(tidyTaskName('Read ')).toBe('read-');
    expect(tidyPortName('My Input ')).toBe('my_input_');
  });
});
