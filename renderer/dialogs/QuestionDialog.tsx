import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useStore } from 'zustand';
import classes from './QuestionDialog.module.css';
import { type Answer, answer, type Choice, type Question, questionStore } from './questions.ts';

/** Shows the question that was asked last, until it is answered. */
export function QuestionDialog() {
  const asked = useStore(questionStore, (state) => state.asked.at(-1));
  if (asked === undefined) return null;
  return <QuestionForm key={asked.id} question={asked.question} onAnswer={(reply) => answer(asked.id, reply)} />;
}

interface QuestionFormProps {
  readonly question: Question;
  readonly onAnswer: (answer: Answer | null) => void;
}

function QuestionForm({ question, onAnswer }: QuestionFormProps) {
  const [text, setText] = useState(question.text?.initial ?? '');
  const problem = question.text?.problemWith(text) ?? null;
  const main = question.choices.find((choice) => choice.kind !== undefined) ?? question.choices[0];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (main !== undefined && problem === null) onAnswer({ choice: main.id, text });
  };
  return (
    <Modal opened onClose={() => onAnswer(null)} title={question.title} size="md" withCloseButton={false}>
      <form onSubmit={submit}>
        <Text size="md" className={classes.message ?? ''}>
          {question.message}
        </Text>
        {question.details !== undefined && <Details lines={question.details} />}
        {question.text !== undefined && (
          <TextInput
            mt="md"
            data-autofocus
            label={question.text.label}
            value={text}
            error={text === question.text.initial ? null : problem}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        <Group justify="flex-end" mt="lg" gap="sm">
          {question.choices.map((choice) => (
            <ChoiceButton
              key={choice.id}
              choice={choice}
              isMain={choice === main}
              disabled={problem !== null && choice === main}
              focused={question.text === undefined && choice === main}
              onChoose={() => onAnswer({ choice: choice.id, text })}
            />
          ))}
        </Group>
      </form>
    </Modal>
  );
}

function Details({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className={classes.details}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

interface ChoiceButtonProps {
  readonly choice: Choice;
  readonly isMain: boolean;
  readonly disabled: boolean;
  /** Where the keyboard is at first. */
  readonly focused: boolean;
  readonly onChoose: () => void;
}

function ChoiceButton({ choice, isMain, disabled, focused, onChoose }: ChoiceButtonProps) {
  return (
    <Button
      type={isMain ? 'submit' : 'button'}
      {...(focused ? { 'data-autofocus': true } : {})}
      variant={isMain ? 'filled' : 'default'}
      {...(choice.kind === 'danger' ? { color: 'red' } : {})}
      disabled={disabled}
      {...(isMain ? {} : { onClick: onChoose })}
    >
      {choice.label}
    </Button>
  );
}
