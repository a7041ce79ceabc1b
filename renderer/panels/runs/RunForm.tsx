import { Button } from '@mantine/core';
import { IconHistory, IconPlayerPlay } from '@tabler/icons-react';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PipelineDocument } from '../../../src/model/document.ts';
import { rootPipeline } from '../../../src/model/lookups.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import {
  defaultEntry,
  type FieldEntries,
  type FieldEntry,
  isChanged,
  readForm,
  startEntries,
  UNSET,
} from './field-entries.ts';
import { type FormField, listArtifactInputs, listFormFields } from './form-fields.ts';
import { ParameterField } from './ParameterField.tsx';
import type { PreparedForm } from './prepared-runs.ts';
import classes from './RunForm.module.css';
import { RunOptionFields, type RunOptions } from './RunOptionFields.tsx';
import type { Remembered } from './remembered-values.ts';
import type { Launching } from './use-launch.ts';

export interface RunFormProps {
  readonly document: PipelineDocument;
  readonly remembered: Remembered;
  readonly prepared: PreparedForm;
  readonly launching: Launching;
}

/** A control for each parameter, the options of a run, and the button that starts it. */
export function RunForm({ document, remembered, prepared, launching }: RunFormProps) {
  const { t } = useTranslation();
  const fields = useMemo(() => listFormFields(document), [document]);
  const atHand = prepared.values ?? remembered.values;
  const form = useEntries(fields, atHand);
  const [options, setOptions] = useState<RunOptions>({
    name: '',
    caching: remembered.caching,
    parallelism: remembered.parallelism,
  });
  const { values, problems } = readForm(fields, form.entries);
  const artifacts = listArtifactInputs(document);
  const wrong = Object.keys(problems).length;
  const ready = wrong === 0 && artifacts.length === 0 && !launching.busy;
  const { reuse } = prepared;
  const start = (): void => launching.submit({ values, ...options, ...(reuse === undefined ? {} : { reuse }) });
  useStartWithoutFields(fields.length + artifacts.length === 0, start);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) start();
  };
  const first = fields.find((field) => problems[field.name] !== undefined);
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      {reuse !== undefined && (
        <p className={classes.note}>{t('runDialog.fromHere', { tasks: reuse.from.join(', ') })}</p>
      )}
      <ArtifactInputs names={artifacts} />
      <FormFields
        fields={fields}
        filled={Object.keys(atHand).length > 0}
        form={form}
        refused={launching.refused}
        problems={problems}
        first={first}
      />
      <RunOptionFields options={options} pipelineName={rootPipeline(document).name} onChange={setOptions} />
      <div className={classes.footer}>
        <span className={classes.missing} role="status">
          {wrong > 0 && t('runDialog.missing', { count: wrong })}
        </span>
        <Button variant="default" onClick={launching.cancel}>
          {t('common.cancel')}
        </Button>
        <Button
          type="submit"
          disabled={!ready}
          loading={launching.busy}
          leftSection={<IconPlayerPlay size={15} stroke={1.8} aria-hidden={true} />}
          data-autofocus={first === undefined ? true : undefined}
        >
          {t('runDialog.run')}
        </Button>
      </div>
    </form>
  );
}

interface FormState {
  readonly entries: FieldEntries;
  readonly touched: ReadonlySet<string>;
  readonly change: (name: string, entry: FieldEntry) => void;
  readonly leave: (name: string) => void;
  readonly useDefaults: () => void;
}

function useEntries(fields: readonly FormField[], atHand: Remembered['values']): FormState {
  const [entries, setEntries] = useState<FieldEntries>(() => startEntries(fields, atHand));
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  return {
    entries,
    touched,
    change: (name, entry) => setEntries((before) => ({ ...before, [name]: entry })),
    leave: (name) => setTouched((before) => new Set(before).add(name)),
    useDefaults: () => setEntries(Object.fromEntries(fields.map((field) => [field.name, defaultEntry(field)]))),
  };
}

/** The form was opened for its questions alone: there is nothing to fill in. */
function useStartWithoutFields(nothingToFill: boolean, start: () => void): void {
  const started = useRef(false);
  useEffect(() => {
    if (!nothingToFill || started.current) return;
    started.current = true;
    start();
  }, [nothingToFill, start]);
}

interface FormFieldsProps {
  readonly fields: readonly FormField[];
  /** The form began with the values of an earlier run. */
  readonly filled: boolean;
  readonly form: FormState;
  readonly refused: Launching['refused'];
  readonly problems: Launching['refused'];
  readonly first: FormField | undefined;
}

function FormFields({ fields, filled, form, refused, problems, first }: FormFieldsProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const changed = fields.some((field) => isChanged(field, form.entries[field.name] ?? UNSET));
  if (fields.length === 0) return null;
  return (
    <div className={classes.fields}>
      {filled && changed && (
        <p className={classes.note}>
          <IconHistory size={15} stroke={1.6} aria-hidden={true} />
          <span className={classes.grow}>{t('runDialog.notDefaults')}</span>
          <Button variant="subtle" size="compact-xs" onClick={form.useDefaults}>
            {t('runDialog.useDefaults')}
          </Button>
        </p>
      )}
      {fields.map((field) => {
        const entry = form.entries[field.name] ?? UNSET;
        const problem = problems[field.name] ?? refused[field.name];
        const shown = problem !== undefined && (entry.kind === 'text' || form.touched.has(field.name));
        return (
          <ParameterField
            key={field.name}
            field={field}
            entry={entry}
            error={shown ? say(`run.${problem.code}`, problem.values) : undefined}
            autoFocus={field === first}
            onChange={(next) => form.change(field.name, next)}
            onLeave={() => form.leave(field.name)}
          />
        );
      })}
    </div>
  );
}

function ArtifactInputs({ names }: { readonly names: readonly string[] }) {
  const say = useSentence();
  return names.map((name) => (
    <p key={name} className={classes.refusal} role="alert">
      {say('run.artifact-input', { name })}
    </p>
  ));
}
