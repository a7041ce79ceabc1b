import { describe, expect, it } from 'vitest';
import { applyFix } from '../../src/analysis/apply-fix.ts';
import { canRunAfter } from '../../src/analysis/can-connect.ts';
import { checkDocument } from '../../src/analysis/check-document.ts';
import { checkForTarget } from '../../src/analysis/check-for-target.ts';
import type { Diagnostic, DiagnosticPlace } from '../../src/analysis/diagnostic.ts';
import { RULES } from '../../src/analysis/rule-table/rule-table.ts';
import { checkUploadSize } from '../../src/analysis/targets/upload-size.ts';
import { compileDocument } from '../../src/compile/compile-document.ts';
import type { NodeId, PipelineId } from '../../src/model/ids.ts';
import { diagnosticEnglish } from '../../src/words/diagnostic.en.ts';
import { diagnosticFrench } from '../../src/words/diagnostic.fr.ts';
import { output, STRING, smallDocument } from '../helpers/small-document.ts';
import { LIVE_CASES } from './rule-cases/all-cases.ts';
import { ids, value } from './rule-cases/builders.ts';
import { PLACES } from './rule-cases/places.ts';
import { TARGET_CASES } from './rule-cases/target-cases.ts';

/** Codes of other answers than the check of a document; tested one by one below. */
const ELSEWHERE = ['already-after', 'upload-too-large'];

/** Codes of what one emitter cannot write; its own tests prove them. */
const OF_EMITTERS = /^(argo|graph|python)-/;

/** The place as one text: pipeline, node, port or setting. */
function placeText({ pipeline, node, port, pipelinePort, field }: DiagnosticPlace): string {
  const parts = [
    pipeline,
    node,
    port && `${port.side}:${port.id}`,
    pipelinePort && `${pipelinePort.side}:${pipelinePort.name}`,
    field,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

function findIn(found: readonly Diagnostic[], code: string): Diagnostic | undefined {
  return found.find((diagnostic) => diagnostic.code === code);
}

describe('every rule', () => {
  it.each(Object.entries(LIVE_CASES))('%s', (code, small) => {
    const diagnostic = findIn(checkDocument(smallDocument(small)).diagnostics, code);
    expect(diagnostic?.severity).toBe(RULES[code]?.severity);
    expect(diagnostic && placeText(diagnostic.place)).toBe(PLACES[code]);
  });

  it.each(Object.entries(TARGET_CASES))('%s, of a target', (code, { target, ...small }) => {
    const document = smallDocument(small);
    const diagnostic = findIn(checkForTarget(document, target), code);
    expect(diagnostic?.severity).toBe(RULES[code]?.severity);
    expect(RULES[code]?.targets).toContain(target);
    expect(diagnostic && placeText(diagnostic.place)).toBe(PLACES[code]);
    const errors = checkDocument(document).diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });

  it('hinders compiling when it is an error', () => {
    for (const [code, small] of Object.entries(LIVE_CASES)) {
      if (RULES[code]?.severity === 'error') expect(compileDocument(smallDocument(small)).ok, code).toBe(false);
    }
  });

  it('has its case, its sentences and its entry in the table', () => {
    const codes = [...Object.keys(LIVE_CASES), ...Object.keys(TARGET_CASES), ...ELSEWHERE].sort();
    expect(Object.keys(RULES).sort()).toEqual(codes);
    for (const sentences of [diagnosticEnglish, diagnosticFrench]) {
      const said = Object.keys(sentences).flatMap((key) => (key.startsWith('diagnostic.') ? [key.slice(11)] : []));
      expect(said.filter((code) => !OF_EMITTERS.test(code)).sort()).toEqual(codes);
    }
  });

  it('says why when only this editor refuses', () => {
    for (const [code, { severity, kfp, stricter }] of Object.entries(RULES)) {
      const isOurs = severity === 'error' && !['unwritable', 'load', 'compile'].includes(kfp.moment);
      if (isOurs) expect(stricter, code).toBeDefined();
      if (severity !== 'error' || kfp.moment === 'unwritable') expect(stricter, code).toBeUndefined();
      if (['load', 'compile'].includes(kfp.moment)) expect(kfp.says, code).toBeDefined();
    }
  });
});

describe('mends', () => {
  const mendable = Object.entries(LIVE_CASES).filter(([code, small]) => {
    return (findIn(checkDocument(smallDocument(small)).diagnostics, code)?.fixes.length ?? 0) > 0;
  });

  it.each(mendable)('of %s make an end of it', (code, small) => {
    const document = smallDocument(small);
    const diagnostic = findIn(checkDocument(document).diagnostics, code);
    for (const mend of diagnostic?.fixes ?? []) {
      const { document: next, label } = applyFix(document, mend);
      expect(label.key).toBe(`fix.${mend.change.kind}`);
      const same = checkDocument(next).diagnostics.filter((other) => {
        return other.code === code && placeText(other.place) === placeText(diagnostic?.place ?? other.place);
      });
      expect(same, mend.change.kind).toEqual([]);
    }
  });

  it('have a sentence each, in both languages', () => {
    const kinds = mendable.flatMap(([code, small]) => {
      const fixes = findIn(checkDocument(smallDocument(small)).diagnostics, code)?.fixes ?? [];
      return fixes.map(({ change }) => `fix.${change.kind}`);
    });
    for (const sentences of [diagnosticEnglish, diagnosticFrench]) {
      expect(kinds.filter((kind) => !Object.hasOwn(sentences, kind))).toEqual([]);
    }
  });
});

describe('the check of a document', () => {
  it('says nothing about a sound pipeline', () => {
    const sound = smallDocument({
      pipeline: {
        inputs: [{ name: 'name', type: STRING, default: '' }],
        outputs: [{ name: 'out', type: STRING, source: output('t2', 'text_out') }],
      },
      tasks: [
        { arguments: { text: { kind: 'input', input: 'name' }, count: value(3) } },
        {
          arguments: { data: output('t1', 'data_out'), any: output('t1', 'data_out'), model: output('t1', 'any_out') },
          after: ids('t1'),
        },
      ],
    });
    expect(checkDocument(sound).diagnostics).toEqual([]);
  });

  it('names the whole cycle, in order', () => {
    const document = smallDocument({
      tasks: [
        { arguments: { text: output('t3', 'text_out') } },
        { arguments: { text: output('t1', 'text_out') } },
        { arguments: { text: output('t2', 'text_out') } },
        { arguments: { text: output('t3', 'text_out') } },
      ],
    });
    const [cycle, ...others] = checkDocument(document).diagnostics;
    expect(others).toEqual([]);
    expect(cycle?.place.related).toEqual(['t1', 't2', 't3']);
    expect(cycle?.values.tasks).toEqual(['task-2', 'task-3', 'task-1']);
  });
});

describe('other answers', () => {
  it('tell of an edge that is there already', () => {
    const document = smallDocument({ tasks: [{}, { after: ids('t1') }] });
    const verdict = canRunAfter(document, 't2' as NodeId, 't1' as NodeId);
    expect(verdict).toMatchObject({ ok: false, code: 'already-after', values: { task: 'task-2', upstream: 'task-1' } });
  });

  it('tell of a file that the server does not take', () => {
    const root = 'p1' as PipelineId;
    expect(checkUploadSize(32 * 1024 * 1024, root)).toEqual([]);
    expect(checkUploadSize(32 * 1024 * 1024 + 1, root)).toMatchObject([
      { code: 'upload-too-large', severity: 'error' },
    ]);
  });
});
