import { IconLogin2, IconLogout, IconPlus } from '@tabler/icons-react';
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PipelineInput, PipelineOutput } from '../../../src/model/document.ts';
import type { LayoutKey } from '../../../src/model/ids.ts';
import { useApp } from '../../state/store.ts';
import { addPipelinePort } from '../acts/pipeline-ports.ts';
import { handleOf, NEW_PORT, NODE_PADDING } from '../geometry/node-size.ts';
import type { FlowNode } from '../graph/flow-types.ts';
import { Port } from './Port.tsx';
import rowClasses from './PortRow.module.css';
import classes from './TerminalNode.module.css';

const NO_PORTS: readonly (PipelineInput | PipelineOutput)[] = [];

/** The Inputs node of a pipeline. */
export const InputsNode = memo(function InputsNode({ data, selected }: NodeProps<FlowNode>) {
  return <Terminal data={data} selected={selected} side="out" />;
});

/** The Outputs node of a pipeline. */
export const OutputsNode = memo(function OutputsNode({ data, selected }: NodeProps<FlowNode>) {
  return <Terminal data={data} selected={selected} side="in" />;
});

interface TerminalProps {
  readonly data: FlowNode['data'];
  readonly selected: boolean;
  readonly side: 'in' | 'out';
}

function Terminal({ data, selected, side }: TerminalProps) {
  const { t } = useTranslation();
  const ports = useApp((state) => {
    const pipeline = state.documents.tabs.get(data.tabId)?.document.pipelines.get(data.pipeline);
    return (side === 'out' ? pipeline?.inputs : pipeline?.outputs) ?? NO_PORTS;
  });
  const kind = side === 'out' ? 'inputs' : 'outputs';
  const Drawing = side === 'out' ? IconLogin2 : IconLogout;
  return (
    <article
      className={classes.terminal}
      data-testid={`pipeline-${kind}`}
      data-selected={selected}
      aria-label={t(`canvas.${kind}`)}
    >
      <div className={classes.header} data-node-header={true}>
        <Drawing size={15} stroke={1.7} aria-hidden={true} />
        <span data-node-title={true}>{t(`canvas.${kind}`)}</span>
        <span className={classes.count} data-node-aside={true}>
          {ports.length}
        </span>
      </div>
      <div style={{ paddingBlock: NODE_PADDING }}>
        {ports.map((port) => (
          <Entry key={port.name} node={data.key} port={port} side={side} />
        ))}
        <NewEntry data={data} side={side} />
      </div>
    </article>
  );
}

interface EntryProps {
  readonly node: LayoutKey;
  readonly port: PipelineInput | PipelineOutput;
  readonly side: 'in' | 'out';
}

const Entry = memo(function Entry({ node, port, side }: EntryProps) {
  const handle = <Port node={node} handle={handleOf(side, port.name)} side={side} name={port.name} type={port.type} />;
  return (
    <div data-row={true} className={rowClasses.row} data-side={side} data-set={true}>
      {side === 'in' && handle}
      <span className={rowClasses.name}>{port.name}</span>
      {side === 'out' && handle}
    </div>
  );
});

function NewEntry({ data, side }: { readonly data: FlowNode['data']; readonly side: 'in' | 'out' }) {
  const { t } = useTranslation();
  const label = t(side === 'out' ? 'canvas.addInput' : 'canvas.addOutput');
  return (
    <div data-row={true} className={rowClasses.row} data-side={side}>
      <button
        type="button"
        className={`${classes.add} nodrag nopan`}
        onClick={() => addPipelinePort(data.tabId, data.pipeline, side)}
      >
        <IconPlus size={13} stroke={2} aria-hidden={true} />
        {label}
      </button>
      <Port node={data.key} handle={handleOf(side, NEW_PORT)} side={side} name={label} />
    </div>
  );
}
