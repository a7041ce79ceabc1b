import { isMap, isNode, isScalar, isSeq, type Pair, parseAllDocuments, type YAMLMap } from 'yaml';
import type { ComponentFix } from './component-description.ts';

/** A replacement of a piece of text, by offsets. */
interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A copy of a v1 component's text in which the named inputs have the given types. Only those places change, so that
 * comments and layout stay. Inputs that are not there are passed over.
 */
export function retypeComponent(text: string, inputs: ComponentFix['inputs']): string {
  const types = new Map(inputs.map(({ name, type }) => [name, type]));
  const changes = inputMaps(text).flatMap((input) => {
    const name = pairOf(input, 'name')?.value;
    const type = isScalar(name) ? types.get(String(name.source ?? name.value)) : undefined;
    return type === undefined ? [] : [typeChange(text, input, quoteType(type))];
  });
  return applyChanges(
    text,
    changes.filter((change) => change !== undefined),
  );
}

/** Places are wanted, not values: what the parser would complain about is not asked. */
function inputMaps(text: string): YAMLMap[] {
  const documents = parseAllDocuments(text, { version: '1.1', uniqueKeys: false, logLevel: 'silent' });
  const contents = Array.isArray(documents) ? documents[0]?.contents : undefined;
  const inputs = isMap(contents) ? pairOf(contents, 'inputs')?.value : undefined;
  return isSeq(inputs) ? inputs.items.filter((item) => isMap(item)) : [];
}

/** The last of equal keys counts. */
function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.findLast((pair) => isScalar(pair.key) && pair.key.value === key);
}

function typeChange(text: string, input: YAMLMap, type: string): TextChange | undefined {
  const existing = pairOf(input, 'type');
  if (existing !== undefined) return replaceValue(text, existing, type);
  const name = pairOf(input, 'name');
  if (name === undefined) return undefined;
  const start = startOf(name.key);
  const end = endOf(text, name.value) ?? endOf(text, name.key);
  if (start === undefined || end === undefined) return undefined;
  if (input.flow === true) return { start: end, end, text: `, type: ${type}` };
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  const lineEnd = endOfLine(text, end);
  return { start: lineEnd, end: lineEnd, text: `${text.includes('\r\n') ? '\r\n' : '\n'}${indent}type: ${type}` };
}

/** From behind the key, so that a value on lines of its own goes as well. */
function replaceValue(text: string, pair: Pair, type: string): TextChange | undefined {
  const start = endOf(text, pair.key);
  if (start === undefined) return undefined;
  return { start, end: Math.max(start, endOf(text, pair.value) ?? text.indexOf(':', start) + 1), text: `: ${type}` };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

/** The end of a node without the white space behind it. An empty value ends at its colon. */
function endOf(text: string, node: unknown): number | undefined {
  let end = isNode(node) ? node.range?.[1] : undefined;
  while (end !== undefined && end > 0 && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}

function endOfLine(text: string, from: number): number {
  const lineFeed = text.indexOf('\n', from);
  if (lineFeed < 0) return text.length;
  return text[lineFeed - 1] === '\r' ? lineFeed - 1 : lineFeed;
}

function quoteType(type: string): string {
  return /^[A-Za-z][\w.]*$/.test(type) ? type : JSON.stringify(type);
}

/** From the last to the first, so that offsets stay true. */
function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = text;
  for (const change of changes.toSorted((a, b) => b.start - a.start)) {
    result = result.slice(0, change.start) + change.text + result.slice(change.end);
  }
  return result;
}
