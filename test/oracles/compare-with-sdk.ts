import type { Diagnostic } from '../../src/analysis/diagnostic.ts';
import { compileDocument } from '../../src/compile/compile-document.ts';
import { writeIrText } from '../../src/compile/kfp/write-ir-text.ts';
import { compilePython } from '../../src/compile/python/compile-python.ts';
import { withSdkNames } from '../../src/compile/python/sdk-names.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import { readForeignYaml } from '../../src/yaml/read-foreign-yaml.ts';
import { findIrDifference } from '../helpers/ir-equal.ts';
import type { SdkProcess } from './sdk-process.ts';

/** What came of compiling a document both ways. */
export type Comparison =
  | { readonly kind: 'equal'; readonly source: string }
  /** Only the target Python refuses it. */
  | { readonly kind: 'refused'; readonly codes: readonly string[] }
  | { readonly kind: 'different'; readonly reason: string };

/** Compiles a document here, and its Python source with the SDK; groups are numbered as the SDK does. */
export async function compareWithSdk(sdk: SdkProcess, document: PipelineDocument): Promise<Comparison> {
  const python = compilePython(document);
  if (!python.ok) {
    const codes = [...new Set(errorsOf(python.error).map(({ code }) => code))];
    if (codes.every((code) => code.startsWith('python-'))) return { kind: 'refused', codes };
    return { kind: 'different', reason: `refused here: ${codes.join(', ')}` };
  }
  const ours = compileDocument(withSdkNames(document));
  if (!ours.ok) {
    return {
      kind: 'different',
      reason: `refused with the SDK's names: ${errorsOf(ours.error).map(({ code }) => code)}`,
    };
  }
  const answer = await sdk.ask({ op: 'compile', source: python.value });
  if (answer.text === undefined) return { kind: 'different', reason: `the SDK refuses it: ${answer.error}` };
  const difference = findIrDifference(documentsOf(writeIrText(ours.value)), documentsOf(answer.text));
  return difference === undefined
    ? { kind: 'equal', source: python.value }
    : { kind: 'different', reason: JSON.stringify(difference) };
}

/** The YAML documents of an IR text. */
export function documentsOf(text: string): readonly unknown[] {
  const read = readForeignYaml(text);
  if (!read.ok) throw new Error(`cannot be read: ${JSON.stringify(read.error)}`);
  return read.value.documents;
}

function errorsOf(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}
