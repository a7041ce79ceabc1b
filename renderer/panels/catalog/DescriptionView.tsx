import { useTranslation } from 'react-i18next';
import type { ComponentDescription, InputPort, OutputPort } from '../../../src/catalog/component-description.ts';
import { typeLabel } from '../../../src/model/type-label.ts';
import { formatConstant } from '../../parts/value-editors/constant-text.ts';
import { TypeGlyph } from '../../parts/value-editors/TypeGlyph.tsx';
import classes from './Details.module.css';

/** What a component is for, what it takes and gives, and how it runs. */
export function DescriptionView({ description }: { readonly description: ComponentDescription }) {
  const { t } = useTranslation();
  const { implementation, inputs, outputs } = description;
  return (
    <>
      {description.description !== undefined && <p className={classes.about}>{description.description}</p>}
      <h4>{t('catalog.inputs')}</h4>
      <PortTable ports={inputs} />
      <h4>{t('catalog.outputs')}</h4>
      <PortTable ports={outputs} />
      {implementation.kind === 'container' ? (
        <>
          <h4>{t('catalog.image')}</h4>
          <code className={classes.code}>{implementation.image}</code>
          <h4>{t('catalog.command')}</h4>
          <pre className={classes.command}>{commandText([...implementation.command, ...implementation.args])}</pre>
        </>
      ) : (
        <p className={classes.quiet}>{t('catalog.graph')}</p>
      )}
    </>
  );
}

function PortTable({ ports }: { readonly ports: readonly (InputPort | OutputPort)[] }) {
  const { t } = useTranslation();
  if (ports.length === 0) return <p className={classes.quiet}>{t('catalog.nothing')}</p>;
  return (
    <ul className={classes.ports}>
      {ports.map((port) => (
        <li key={port.id}>
          <span className={classes.portLine}>
            <TypeGlyph type={port.type} size={10} />
            <span className={classes.portName} title={port.id}>
              {port.name}
            </span>
            <span className={classes.type} title={port.declaredType}>
              {typeLabel(port.type)}
            </span>
            <PortNeed port={port} />
          </span>
          {port.description !== undefined && <span className={classes.portAbout}>{port.description}</span>}
        </li>
      ))}
    </ul>
  );
}

function PortNeed({ port }: { readonly port: InputPort | OutputPort }) {
  const { t } = useTranslation();
  if (!('optional' in port)) return null;
  if (port.default !== undefined) {
    const value = port.default === '' ? '""' : formatConstant(port.default);
    return (
      <span className={classes.need} title={value}>
        {t('catalog.default', { value: value.length > 24 ? `${value.slice(0, 24)}…` : value })}
      </span>
    );
  }
  return <span className={classes.need}>{t(port.optional ? 'catalog.optional' : 'catalog.required')}</span>;
}

/** One argument a line; a whole program inside is cut: the source has it. */
function commandText(parts: readonly string[]): string {
  return parts.map((part) => (part.length > 160 ? `${part.slice(0, 160)}…` : part)).join('\n');
}
