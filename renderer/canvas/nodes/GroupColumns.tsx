import { useTranslation } from 'react-i18next';
import { resolveReference } from '../../../src/analysis/resolve-reference.ts';
import type { Reference } from '../../../src/model/argument.ts';
import type { GroupRecord } from '../../../src/model/group.ts';
import { pipelineOfBody } from '../../../src/model/lookups.ts';
import type { PortType } from '../../../src/model/port-type.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { useApp } from '../../state/store.ts';
import { ITEMS_IN, itemHandle, ONE_OF_IN, ONE_OF_OUT } from '../geometry/group-frame.ts';
import { specOfGroup } from '../geometry/group-spec.ts';
import classes from './GroupNode.module.css';
import { Port } from './Port.tsx';

const ANY_LIST: PortType = { kind: 'parameter', parameterType: 'LIST' };
const SEPARATOR = '\n';

interface ColumnsProps {
  readonly tabId: TabId;
  readonly group: GroupRecord;
}

/** What a group gives its contents (the item of a loop) and what it gives on (the outputs of branches). */
export function GroupColumns({ tabId, group }: ColumnsProps) {
  const rows = useApp((state) => {
    const document = state.documents.tabs.get(tabId)?.document;
    if (document === undefined) return '';
    const { items, results } = specOfGroup(document, group);
    return (group.kind === 'loop' ? items : results).join(SEPARATOR);
  });
  if (group.kind === 'loop') {
    return (
      <div className={classes.items}>
        {rows.split(SEPARATOR).map((field) => (
          <ItemRow key={field} tabId={tabId} group={group} field={field} />
        ))}
      </div>
    );
  }
  if (rows === '') return null;
  return (
    <div className={classes.results}>
      {rows.split(SEPARATOR).map((name) => (
        <ResultRow key={name} tabId={tabId} group={group} name={name} isInside={true} />
      ))}
    </div>
  );
}

function ItemRow({ tabId, group, field }: ColumnsProps & { readonly field: string }) {
  const { t } = useTranslation();
  const reference = { kind: 'loop-item', loop: group.id, ...(field === '' ? {} : { field }) } as const;
  const type = useTypeOf(tabId, group, reference);
  const name = field === '' ? t('canvas.group.item') : field;
  return (
    <div className={classes.row} data-row={true}>
      {field === '' && (
        <Port node={group.id} handle={ITEMS_IN} side="in" name={t('canvas.group.items')} type={ANY_LIST} />
      )}
      <span className={classes.rowName}>{name}</span>
      <Port
        node={group.id}
        handle={itemHandle(field)}
        side="out"
        name={name}
        {...(type === undefined ? {} : { type })}
      />
    </div>
  );
}

/** An output of branches. Inside its frame it also takes what each branch gives. */
export function ResultRow({
  tabId,
  group,
  name,
  isInside,
}: ColumnsProps & { readonly name: string; readonly isInside: boolean }) {
  const type = useTypeOf(tabId, group, { kind: 'one-of', group: group.id, output: name });
  const given = type === undefined ? {} : { type };
  return (
    <div className={classes.row} data-row={true} data-side="out">
      {isInside && <Port node={group.id} handle={`${ONE_OF_IN}:${name}`} side="in" name={name} {...given} />}
      <span className={classes.rowName}>{name}</span>
      <Port node={group.id} handle={`${ONE_OF_OUT}:${name}`} side="out" name={name} {...given} />
    </div>
  );
}

function useTypeOf(tabId: TabId, group: GroupRecord, reference: Reference): PortType | undefined {
  const text = useApp((state) => {
    const document = state.documents.tabs.get(tabId)?.document;
    if (document === undefined || !document.groups.has(group.id)) return '';
    const resolved = resolveReference(document, pipelineOfBody(document, group.parent), reference);
    return resolved.ok ? JSON.stringify(resolved.type) : '';
  });
  return text === '' ? undefined : (JSON.parse(text) as PortType);
}
