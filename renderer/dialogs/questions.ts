import { createStore } from 'zustand/vanilla';

/** A question the app waits for. The last asked is in front. */
export interface Question {
  readonly title: string;
  readonly message: string;
  /** Small print: what is at stake, in a list. */
  readonly details?: readonly string[];
  readonly choices: readonly Choice[];
  /** With a text field: the value it starts with, and what is wrong with a value. */
  readonly text?: TextQuestion;
}

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly kind?: 'main' | 'danger';
}

export interface TextQuestion {
  readonly label: string;
  readonly initial: string;
  /** Why a value cannot be taken, or null. */
  readonly problemWith: (value: string) => string | null;
}

export interface Answer {
  readonly choice: string;
  readonly text: string;
}

interface AskedQuestion {
  readonly id: number;
  readonly question: Question;
  readonly resolve: (answer: Answer | null) => void;
}

/** The questions that wait for an answer. */
export const questionStore = createStore<{ readonly asked: readonly AskedQuestion[] }>(() => ({ asked: [] }));

let count = 0;

/** Asks, and waits. Null when the question was dismissed. */
export function ask(question: Question): Promise<Answer | null> {
  return new Promise((resolve) => {
    count += 1;
    const asked = { id: count, question, resolve };
    questionStore.setState((state) => ({ asked: [...state.asked, asked] }));
  });
}

/** Answers a question, or dismisses it with null. */
export function answer(id: number, reply: Answer | null): void {
  const asked = questionStore.getState().asked.find((entry) => entry.id === id);
  questionStore.setState((state) => ({ asked: state.asked.filter((entry) => entry.id !== id) }));
  asked?.resolve(reply);
}
