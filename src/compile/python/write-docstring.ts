import { isReadableInDocstring } from '../../analysis/targets/python-names.ts';
import type { PipelineRecord } from '../../model/document.ts';

interface Described {
  readonly name: string;
  readonly description?: string;
}

/**
 * KFP SDK: descriptions of inputs and outputs are read from the docstring of the function. Something must stand at its
 * margin beside `Args:`, or the SDK reads nothing: the description of the pipeline, else what is returned.
 */
export function writeDocstring({ description, inputs, outputs }: PipelineRecord): readonly string[] {
  const [args, returns] = [section('Args', inputs), section('Returns', outputs)];
  const summary = (description ?? '').split('\n')[0] ?? '';
  const isReadable = summary !== '' && isReadableInDocstring(summary);
  // Described outputs alone are not read at all.
  if (args === undefined && (returns === undefined || !isReadable)) return [];
  const nothing = `    Returns:\n        ${outputs.length === 0 ? 'Nothing.' : 'The outputs of the pipeline.'}`;
  const closing = returns ?? (isReadable ? undefined : nothing);
  const parts = [isReadable ? `    ${summary}` : undefined, args, closing].filter((part) => part !== undefined);
  const body = parts.join('\n\n').replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"');
  return isReadable ? [`    """${body.trimStart()}`, '    """'] : ['    """', body, '    """'];
}

function section(title: string, ports: readonly Described[]): string | undefined {
  const described = ports.filter(({ description }) => (description ?? '') !== '');
  if (described.length === 0) return undefined;
  const lines = described.flatMap(({ name, description }) => {
    const [first, ...others] = (description ?? '').split('\n');
    return [`        ${name}: ${first}`, ...others.map((line) => `            ${line}`)];
  });
  return [`    ${title}:`, ...lines].join('\n');
}
