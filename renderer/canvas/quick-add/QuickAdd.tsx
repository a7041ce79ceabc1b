import { useReactFlow } from '@xyflow/react';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { TaskId } from '../../../src/model/ids.ts';
import { addComponent } from '../../state/add-component.ts';
import { getState, useApp } from '../../state/store.ts';
import { parentAt } from '../acts/parent-at.ts';
import { type CanvasPort, isSource } from '../connect/canvas-port.ts';
import { connectPorts } from '../connect/connect-ports.ts';
import { findComponents, type QuickAddItem, typeOfPort } from './find-components.ts';
import classes from './QuickAdd.module.css';
import { closeQuickAdd, type QuickAddRequest, quickAddStore } from './quick-add-store.ts';

/** The menu at the pointer that adds a task: type, arrows, Enter. */
export function QuickAdd({ tabId }: { readonly tabId: QuickAddRequest['tabId'] }) {
  const open = useStore(quickAddStore, (state) => (state.open?.tabId === tabId ? state.open : null));
  return open === null ? null : <QuickAddMenu key={`${open.point.x},${open.point.y}`} request={open} />;
}

const WIDTH = 320;
const HEIGHT = 340;

function QuickAddMenu({ request }: { readonly request: QuickAddRequest }) {
  const { t } = useTranslation();
  const { screenToFlowPosition } = useReactFlow();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const entries = useApp((state) => state.live.catalog.entries);
  const items = useMemo(() => findComponents(entries, query, wireTypeOf(request)), [entries, query, request]);
  const left = Math.max(8, Math.min(request.point.x, window.innerWidth - WIDTH - 8));
  const top = Math.max(8, Math.min(request.point.y, window.innerHeight - HEIGHT - 8));

  const add = (item: QuickAddItem | undefined): void => {
    if (item === undefined) return;
    closeQuickAdd();
    addAt(request, item, screenToFlowPosition(request.point));
    focusCanvas(request.tabId);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      closeQuickAdd();
      focusCanvas(request.tabId);
    } else if (event.key === 'Enter') add(items[chosen]);
    else if (event.key === 'ArrowDown') setChosen(Math.min(items.length - 1, chosen + 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(0, chosen - 1));
    else return;
    event.preventDefault();
  };
  const label = t(request.wire === null ? 'canvas.quickAdd' : 'canvas.quickAddFitting');
  return (
    <>
      <div className={classes.backdrop} onPointerDown={closeQuickAdd} />
      <div className={classes.menu} style={{ left, top }} role="dialog" aria-label={label} data-testid="quick-add">
        <input
          className={classes.field}
          ref={focusField}
          value={query}
          placeholder={label}
          aria-label={label}
          role="combobox"
          aria-expanded={true}
          aria-controls="quick-add-list"
          aria-activedescendant={items.length === 0 ? undefined : `quick-add-${chosen}`}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
        <QuickAddList items={items} chosen={chosen} add={add} />
      </div>
    </>
  );
}

interface QuickAddListProps {
  readonly items: readonly QuickAddItem[];
  readonly chosen: number;
  readonly add: (item: QuickAddItem) => void;
}

function QuickAddList({ items, chosen, add }: QuickAddListProps) {
  const { t } = useTranslation();
  useEffect(() => {
    document.getElementById(`quick-add-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  if (items.length === 0) return <p className={classes.empty}>{t('canvas.quickAddNothing')}</p>;
  return (
    <div id="quick-add-list" className={classes.list} role="listbox" aria-label={t('canvas.quickAdd')}>
      {items.map((item, index) => (
        <div
          key={item.entry.path}
          id={`quick-add-${index}`}
          role="option"
          aria-selected={index === chosen}
          tabIndex={-1}
          className={classes.item}
          onPointerDown={(event) => {
            event.preventDefault();
            add(item);
          }}
        >
          <span className={classes.title}>{item.entry.description.title}</span>
          <span className={classes.summary}>{item.entry.description.description?.split('\n')[0] ?? ''}</span>
        </div>
      ))}
    </div>
  );
}

function wireTypeOf({ tabId, pipeline, wire }: QuickAddRequest): ReturnType<typeof typeOfPort> {
  const document = getState().documents.tabs.get(tabId)?.document;
  return wire === null || document === undefined ? null : typeOfPort(document, pipeline, wire);
}

/** Adds the task where the menu was asked for, and draws the wire that was dropped there. */
function addAt(
  request: QuickAddRequest,
  item: QuickAddItem,
  position: { readonly x: number; readonly y: number },
): void {
  const { tabId, pipeline, wire } = request;
  const task = addComponent(tabId, item.entry.path, {
    position: { x: Math.round(position.x), y: Math.round(position.y) },
    ...parentAt(tabId, pipeline, position),
  });
  if (task === undefined || wire === null) return;
  const fitting = fittingPort(task, item, wire);
  if (fitting !== undefined) connectPorts(tabId, pipeline, wire, fitting);
}

function fittingPort(task: TaskId, item: QuickAddItem, wire: CanvasPort): CanvasPort | undefined {
  if (wire.kind === 'after-out') return { kind: 'after-in', node: task };
  if (wire.kind === 'after-in') return { kind: 'after-out', node: task };
  if (item.port === null) return undefined;
  return { kind: isSource(wire) ? 'task-input' : 'task-output', task, port: item.port };
}

function focusCanvas(tabId: string): void {
  document.querySelector<HTMLElement>(`[data-key-scope="canvas"][data-tab="${CSS.escape(tabId)}"]`)?.focus();
}

function focusField(field: HTMLInputElement | null): void {
  field?.focus();
}
