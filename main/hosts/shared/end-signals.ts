/**
 * How long further signals count as the same key press, in milliseconds: a terminal sends Ctrl-C to every program
 * of its group, and a program that started this one may pass its own on.
 */
const SAME_PRESS_MILLISECONDS = 60;

export interface EndSignalDeps {
  /** The first Ctrl-C: true where that is enough. False arms the second. */
  readonly first: () => boolean;
  /** End now. Called once. */
  readonly end: () => void;
  /** Asked for once more while ending. */
  readonly force: () => void;
}

type SignalSource = Pick<NodeJS.Process, 'on' | 'off'>;

/** Ends on signals: Ctrl-C may have to be pressed twice, SIGTERM and SIGHUP count at once. Returns the end of listening. */
export function listenForEnd(source: SignalSource, deps: EndSignalDeps): () => void {
  let state: 'running' | 'pressed' | 'warned' | 'ending' = 'running';
  let timer: NodeJS.Timeout | undefined;

  function finish(): void {
    clearTimeout(timer);
    state = 'ending';
    // What belongs to the same press must not count as force.
    timer = setTimeout(() => {
      timer = undefined;
    }, SAME_PRESS_MILLISECONDS).unref();
    deps.end();
  }

  function decide(): void {
    if (deps.first()) finish();
    else state = 'warned';
  }

  function interrupt(): void {
    if (state === 'running') {
      state = 'pressed';
      timer = setTimeout(decide, SAME_PRESS_MILLISECONDS);
    } else if (state === 'warned') finish();
    else if (state === 'ending' && timer === undefined) deps.force();
  }

  function terminate(): void {
    if (state !== 'ending') finish();
  }

  source.on('SIGINT', interrupt);
  source.on('SIGTERM', terminate);
  source.on('SIGHUP', terminate);
  return () => {
    clearTimeout(timer);
    source.off('SIGINT', interrupt);
    source.off('SIGTERM', terminate);
    source.off('SIGHUP', terminate);
  };
}
