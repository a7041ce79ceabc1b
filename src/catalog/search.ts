import MiniSearch, { type SearchResult } from 'minisearch';
import type { PortType } from '../model/port-type.ts';
import { typeLabel } from '../model/type-label.ts';
import type { CatalogEntry, ComponentDescription } from './component-description.ts';
import { checkTypes } from './port-compatibility.ts';

/** Only components with a fitting port. */
export interface ComponentFilter {
  /** Some input takes this type. */
  readonly inputType?: PortType;
  /** Some output has a type that can be wired into this one. */
  readonly outputType?: PortType;
}

/** Where a query was found, in the order of its weight. */
export const SEARCH_FIELDS = ['title', 'name', 'ports', 'types', 'description', 'path', 'text'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

/** One found entry, best first. */
export interface ComponentMatch {
  readonly entry: CatalogEntry;
  readonly score: number;
  /** The words of the entry that matched, with the fields they stand in. */
  readonly matched: readonly { readonly word: string; readonly fields: readonly SearchField[] }[];
  /** The ids of the ports that fit the filter. */
  readonly fittingPorts: readonly string[];
}

export interface ComponentSearch {
  /** An empty query gives every entry that passes the filter, by title. */
  search(query: string, filter?: ComponentFilter): readonly ComponentMatch[];
}

const WEIGHTS: { readonly [Field in SearchField]: number } = {
  title: 8,
  name: 6,
  ports: 3,
  types: 3,
  description: 2,
  path: 2,
  text: 0.5,
};

/** The whole text of a component holds its program; more than this says nothing new. */
const LONGEST_TEXT = 20_000;

type Fields = { readonly [Field in SearchField]: string };

/** Makes a search over catalog entries, tolerant of typing errors and of words that are not finished yet. */
export function createComponentSearch(entries: readonly CatalogEntry[]): ComponentSearch {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const sorted = entries.toSorted((a, b) => compareText(titleOf(a), titleOf(b)) || compareText(a.path, b.path));
  let index: MiniSearch<CatalogEntry> | undefined;
  return {
    search: (query, filter = {}) => {
      const words = query.trim();
      if (words === '') return sorted.flatMap((entry) => toMatch(entry, 0, [], filter));
      index ??= buildIndex(entries);
      return findMatches(index, words).flatMap((result) => {
        const entry = byPath.get(String(result.id));
        return entry === undefined ? [] : toMatch(entry, result.score, matchedWords(result), filter);
      });
    },
  };
}

function buildIndex(entries: readonly CatalogEntry[]): MiniSearch<CatalogEntry> {
  const index = new MiniSearch<CatalogEntry>({
    fields: [...SEARCH_FIELDS],
    extractField: (entry, field) => (field === 'id' ? entry.path : fieldsOf(entry)[field as SearchField]),
    tokenize: splitIndexedWords,
  });
  index.addAll([...new Map(entries.map((entry) => [entry.path, entry])).values()]);
  return index;
}

/**
 * Every word must be found. When nothing has them all, one more typing error is forgiven (two letters exchanged count
 * as two), and then any of the words will do.
 */
function findMatches(index: MiniSearch<CatalogEntry>, words: string): SearchResult[] {
  const written = splitQuery(words).map((word) => word.toLowerCase());
  const filter = (result: SearchResult): boolean => isMeant(result, written);
  const options = { boost: { ...WEIGHTS }, prefix: true, tokenize: splitQuery, filter };
  const strict = index.search(words, { ...options, combineWith: 'AND', fuzzy: (word) => forgivenErrors(word, 0) });
  if (strict.length > 0) return strict;
  const loose = index.search(words, { ...options, combineWith: 'AND', fuzzy: (word) => forgivenErrors(word, 1) });
  if (loose.length > 0) return loose;
  return index.search(words, { ...options, combineWith: 'OR', fuzzy: (word) => forgivenErrors(word, 0) });
}

/** Something else than a word of the text that only resembles what was written: programs have words of every kind. */
function isMeant({ match }: SearchResult, written: readonly string[]): boolean {
  return Object.entries(match).some(([word, fields]) => {
    return fields.some((field) => field !== 'text') || written.some((start) => word.startsWith(start));
  });
}

function forgivenErrors(word: string, more: number): number | false {
  if (word.length < 4) return false;
  return (word.length < 8 ? 1 : 2) + more;
}

/** `CatBoost_from-CSV` is found by each of its parts and by its words as they are written. */
function splitIndexedWords(text: string): string[] {
  const whole = text.split(/[^\p{L}\p{N}_.-]+/u).filter((word) => word !== '');
  return [...new Set([...splitQuery(text), ...whole])];
}

function splitQuery(text: string): string[] {
  const apart = text.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2');
  return apart.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

function matchedWords(result: SearchResult): ComponentMatch['matched'] {
  return Object.entries(result.match).map(([word, fields]) => ({
    word,
    fields: SEARCH_FIELDS.filter((field) => fields.includes(field)),
  }));
}

function toMatch(
  entry: CatalogEntry,
  score: number,
  matched: ComponentMatch['matched'],
  filter: ComponentFilter,
): ComponentMatch[] {
  const ports = fittingPorts(entry, filter);
  return ports === undefined ? [] : [{ entry, score, matched, fittingPorts: ports }];
}

/** The ports that fit, or undefined when the entry does not pass. Without a filter everything passes. */
function fittingPorts(entry: CatalogEntry, { inputType, outputType }: ComponentFilter): readonly string[] | undefined {
  if (inputType === undefined && outputType === undefined) return [];
  if (entry.status !== 'ok') return undefined;
  const { inputs, outputs } = entry.description;
  const takers = inputType === undefined ? [] : inputs.filter((port) => checkTypes(inputType, port.type) === undefined);
  const givers =
    outputType === undefined ? [] : outputs.filter((port) => checkTypes(port.type, outputType) === undefined);
  if ((inputType !== undefined && takers.length === 0) || (outputType !== undefined && givers.length === 0)) {
    return undefined;
  }
  return [...takers, ...givers].map((port) => port.id);
}

function titleOf(entry: CatalogEntry): string {
  return entry.status === 'ok' ? entry.description.title : entry.name;
}

/** By code point: the core has no language of its own. */
function compareText(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

const knownFields = new WeakMap<CatalogEntry, Fields>();

/** Kept with the entry, so that a changed catalog costs only what changed. */
function fieldsOf(entry: CatalogEntry): Fields {
  const fields = knownFields.get(entry) ?? collectFields(entry);
  knownFields.set(entry, fields);
  return fields;
}

function collectFields(entry: CatalogEntry): Fields {
  const path = fileNames(entry);
  if (entry.status === 'broken') {
    return { title: entry.name, name: '', ports: '', types: '', description: '', path, text: '' };
  }
  const { description, text } = entry;
  const ports = [...description.inputs, ...description.outputs];
  return {
    title: description.title,
    name: description.name,
    ports: ports.map((port) => `${port.name} ${port.id}`).join(' '),
    types: ports.map((port) => `${typeLabel(port.type)} ${port.declaredType ?? ''}`).join(' '),
    description: `${description.description ?? ''} ${portDescriptions(description)}`,
    path,
    text: text.slice(0, LONGEST_TEXT),
  };
}

function portDescriptions({ inputs, outputs }: ComponentDescription): string {
  return [...inputs, ...outputs].map((port) => port.description ?? '').join(' ');
}

/** The path below the catalog folder: what is above is the same for all. */
function fileNames(entry: CatalogEntry): string {
  return entry.path.startsWith(entry.root) ? entry.path.slice(entry.root.length) : entry.path;
}
