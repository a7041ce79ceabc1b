import { expect, it } from 'vitest';
import { checkDocument } from '../../src/analysis/check-document.ts';
import type { PipelineId } from '../../src/model/ids.ts';
import { smallDocument } from '../helpers/small-document.ts';

it('a pipeline that runs itself is refused, also when it is the only one', () => {
  const document = smallDocument({ tasks: [{ target: { kind: 'pipeline', pipeline: 'p1' as PipelineId } }] });
  const found = checkDocument(document).diagnostics.find(({ code }) => code === 'recursive-pipeline');
  expect(found?.values).toEqual({ pipelines: ['small'] });
});
