import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measureNote, measureTask, measureTerminal } from '../../renderer/canvas/geometry/node-size.ts';
import { describeComponentRecord } from '../../src/catalog/describe-component-record.ts';
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import type { LayoutRecord, PipelineDocument, TaskRecord } from '../../src/model/document.ts';
import { rootPipeline } from '../../src/model/lookups.ts';

const assets = join(import.meta.dirname, '../../assets');
const files = ['examples', 'templates'].flatMap((kind) =>
  readdirSync(join(assets, kind), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.pipeline.yaml'))
    .map((path) => join(kind, path)),
);

interface Box {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function readDocument(path: string): PipelineDocument {
  const parsed = parsePipelineFile(readFileSync(join(assets, path), 'utf8'));
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value.document;
}

function measureComponentTask(document: PipelineDocument, task: TaskRecord) {
  const record = task.target.kind === 'component' ? document.components.get(task.target.component) : undefined;
  const description = record === undefined ? undefined : describeComponentRecord(record);
  if (description === undefined) throw new Error(`${task.name} has no component`);
  return measureTask(
    description.inputs.map((port) => port.id),
    description.outputs.map((port) => port.id),
  );
}

function boxesOf(document: PipelineDocument): readonly Box[] {
  const root = rootPipeline(document);
  const box = (name: string, layout: LayoutRecord | undefined, size: { width: number; height: number }): Box => {
    if (layout === undefined) throw new Error(`${name} has no place`);
    return { name, x: layout.x, y: layout.y, width: size.width, height: size.height };
  };
  const terminals = [
    ['inputs', root.inputs, 'in'],
    ['outputs', root.outputs, 'out'],
  ] as const;
  return [
    ...[...document.tasks.values()].map((task) =>
      box(task.name, document.layout.get(task.id), measureComponentTask(document, task)),
    ),
    ...[...document.notes.values()].map((note) =>
      box('note', document.layout.get(note.id), measureNote(document.layout.get(note.id))),
    ),
    ...terminals.flatMap(([name, ports, side]) => {
      const layout = document.layout.get(`${name}:${root.id}`);
      const size = measureTerminal(
        side,
        ports.map((port) => port.name),
      );
      return layout === undefined ? [] : [box(name, layout, size)];
    }),
  ];
}

const apart = (one: Box, other: Box) =>
  one.x + one.width <= other.x ||
  other.x + other.width <= one.x ||
  one.y + one.height <= other.y ||
  other.y + other.height <= one.y;

describe('the drawings that ship', () => {
  it.each(files)('%s: nothing covers anything', (path) => {
    const boxes = boxesOf(readDocument(path));
    const covering = boxes.flatMap((one, index) =>
      boxes.slice(index + 1).flatMap((other) => (apart(one, other) ? [] : [`${one.name} and ${other.name}`])),
    );
    expect(covering).toEqual([]);
  });

  it.each(files)('%s: data flow to the right, in columns', (path) => {
    const document = readDocument(path);
    const xOf = (id: TaskRecord['id']) => document.layout.get(id)?.x ?? Number.NaN;
    for (const task of document.tasks.values()) {
      expect(xOf(task.id) % 320).toBe(0);
      for (const argument of Object.values(task.arguments)) {
        if (argument.kind === 'task-output') expect(xOf(argument.task)).toBeLessThan(xOf(task.id));
      }
    }
  });
});
