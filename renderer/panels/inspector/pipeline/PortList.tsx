import { type ReactNode, useEffect, useState } from 'react';
import type { Diagnostic } from '../../../../src/analysis/diagnostic.ts';
import type { PortType } from '../../../../src/model/port-type.ts';
import type { TabId } from '../../../state/documents-slice.ts';
import { useCanEdit } from '../../../state/hooks.ts';
import { focusField } from '../../../state/looking.ts';
import { useApp } from '../../../state/store.ts';
import { AddRow } from '../fields/RowButtons.tsx';
import { PortLine } from './PortLine.tsx';
import classes from './Ports.module.css';

interface Port {
  readonly name: string;
  readonly type: PortType;
}

interface PortListProps<Item extends Port> {
  readonly tabId: TabId;
  readonly side: 'input' | 'output';
  readonly ports: readonly Item[];
  readonly problems: readonly Diagnostic[];
  readonly emptyWords: string;
  readonly addWords: string;
  readonly noteOf: (port: Item) => string;
  /** Gives the name of the new port. */
  readonly onAdd: () => string;
  readonly onMove: (name: string, index: number) => void;
  readonly onRemove: (name: string) => void;
  readonly renderForm: (port: Item) => ReactNode;
}

/** The inputs or outputs of a pipeline in their order, each to unfold, to move and to take away. */
export function PortList<Item extends Port>(props: PortListProps<Item>) {
  const { tabId, side, ports, problems, emptyWords, addWords, noteOf, onAdd, onMove, onRemove, renderForm } = props;
  const canEdit = useCanEdit(tabId);
  // By place: a name changes while the form is open.
  const [open, setOpen] = useState<number | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const wanted = useWantedPort(tabId, side);
  // Only a new request unfolds: afterwards the list is the user's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: ports change with every edit
  useEffect(() => {
    const index = ports.findIndex((port) => port.name === wanted?.name);
    if (index >= 0) setOpen(index);
  }, [wanted]);
  const move = (from: number, to: number): void => {
    const port = ports[from];
    if (port === undefined || to < 0 || to >= ports.length || to === from) return;
    onMove(port.name, to);
    setOpen((current) => (current === from ? to : current));
  };
  const drop = (to: number): void => {
    if (dragged !== null) move(dragged, to);
    setDragged(null);
  };
  const add = (): void => {
    const name = onAdd();
    setOpen(ports.length);
    focusField(tabId, `${side}:${name}`);
  };
  return (
    <>
      {ports.length === 0 && <p className={classes.none}>{emptyWords}</p>}
      <ol className={classes.list}>
        {ports.map((port, index) => (
          <PortLine
            // biome-ignore lint/suspicious/noArrayIndexKey: the name changes while it is typed
            key={index}
            tabId={tabId}
            side={side}
            port={port}
            note={noteOf(port)}
            problems={problems.filter(
              ({ place }) => place.pipelinePort?.side === side && place.pipelinePort.name === port.name,
            )}
            isOpen={open === index}
            isDragged={dragged === index}
            isFirst={index === 0}
            isLast={index === ports.length - 1}
            onToggle={() => setOpen(open === index ? null : index)}
            onMove={(by) => move(index, index + by)}
            onRemove={() => {
              setOpen(null);
              onRemove(port.name);
            }}
            onDragStart={() => setDragged(index)}
            onDrop={() => drop(index)}
            onDragEnd={() => setDragged(null)}
          >
            {renderForm(port)}
          </PortLine>
        ))}
      </ol>
      {canEdit && <AddRow label={addWords} onClick={add} />}
    </>
  );
}

/** The port that something else in the app asks for. A new object is a new request. */
function useWantedPort(tabId: TabId, side: 'input' | 'output'): { readonly name: string } | null {
  const request = useApp((state) => state.view.byTab.get(tabId)?.focusField ?? null);
  const [wanted, setWanted] = useState<{ readonly name: string } | null>(null);
  useEffect(() => {
    if (request?.field.startsWith(`${side}:`) === true) setWanted({ name: request.field.slice(side.length + 1) });
  }, [request, side]);
  return wanted;
}
