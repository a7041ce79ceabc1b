import type { ComponentOrigin } from '../../model/document.ts';
import type { ComponentKey } from '../../model/ids.ts';
import { entryOf, type SourceMap, treeOf } from '../source-node.ts';
import { mapField, type Reader, report, reportUnknownFields, textField } from './reader.ts';
import type { DocumentParts } from './scope.ts';

/** Reads the embedded components. One that cannot be read is a problem and is left out. */
export function readComponents(reader: Reader, root: SourceMap, parts: DocumentParts): void {
  for (const entry of mapField(reader, root, 'components')?.entries ?? []) {
    const key = entry.key as ComponentKey;
    const map = entry.value.kind === 'map' ? entry.value : undefined;
    const spec = map === undefined ? undefined : entryOf(map, 'spec')?.value;
    if (map === undefined || spec?.kind !== 'map') {
      report(reader, 'invalid-value', entry, { field: entry.key, expected: 'map' });
      continue;
    }
    const origin = readOrigin(reader, map);
    reportUnknownFields(reader, map, new Set(['origin', 'spec']));
    parts.components.set(key, { key, spec: treeOf(spec), ...(origin === undefined ? {} : { origin }) });
  }
}

function readOrigin(reader: Reader, component: SourceMap): ComponentOrigin | undefined {
  const map = mapField(reader, component, 'origin');
  if (map === undefined) return undefined;
  const path = textField(reader, map, 'path');
  const url = textField(reader, map, 'url');
  const text = textField(reader, map, 'text');
  return {
    ...(path === undefined ? {} : { path }),
    ...(url === undefined ? {} : { url }),
    ...(text === undefined ? {} : { text }),
  };
}
