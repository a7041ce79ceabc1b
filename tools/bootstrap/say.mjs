/**
 * One line of progress. Standard output belongs to what the command is for, so progress goes to standard error.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Why the set-up cannot go on, with what to do about it: both are printed, without a stack. */
export class SetupFailure extends Error {
  /**
   * @param {string} sentence
   * @param {string} remedy
   */
  constructor(sentence, remedy) {
    super(`${sentence} ${remedy}`);
  }
}

/**
 * Runs the work; a set-up failure is said in one line and gives exit code 1, a bug keeps its stack.
 * @template Result
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result | 1>}
 */
export async function sayFailures(work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    say(error.message);
    return 1;
  }
}

/**
 * Says every 15 seconds that a long step is still going on. Returns the function that stops it.
 * @param {string} what
 */
export function sayElapsed(what) {
  const started = Date.now();
  const timer = setInterval(() => say(`${what}: ${Math.round((Date.now() - started) / 1000)} s …`), 15_000);
  return () => clearInterval(timer);
}
