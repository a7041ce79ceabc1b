/**
 * A sequence of numbers that decides what a generated document holds. When it is used up every choice is 0, so that
 * shorter sequences and smaller numbers make simpler documents: fast-check shrinks them well.
 */
export interface Choices {
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number;
  /** One of the items; the first is the simplest. */
  of<Item>(items: readonly Item[]): Item;
  /** True once in `times`. */
  once(times: number): boolean;
}

/** Reads choices from a list of numbers. */
export function readChoices(numbers: readonly number[]): Choices {
  let place = 0;
  const below = (limit: number): number => {
    const number = numbers[place++] ?? 0;
    return limit <= 1 ? 0 : number % limit;
  };
  return {
    below,
    of: (items) => items[below(items.length)] as (typeof items)[number],
    once: (times) => below(times) === times - 1,
  };
}
