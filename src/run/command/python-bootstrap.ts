/** What the start of a Python component's command line installs before the program runs. */
export interface PythonBootstrap {
  /** The arguments of each `pip install`, in order. */
  readonly installs: readonly (readonly string[])[];
  /** The command without the installing part, which an environment made beforehand does not need. */
  readonly command: readonly string[];
}

const PIP = /(?:^|\s)(?:PIP_[A-Z_]+=\S*\s+)*(?:python3?|"\$0")\s+-m\s+pip\s+install\s+(.*)$/s;
const GOES_ON = /&&\s*"\$0"\s+"\$@"\s*$/;
const PIP_CHECK = /if ! \[ -x "\$\(command -v pip\)" \]; then[\s\S]*?\nfi\b/g;

/**
 * Recognises the installing script that KFP's SDKs put before a Python function: `sh -c '<pip install …> && "$0" "$@"'`.
 * Undefined for any other command, and for a script that does more than that: it is then run as it is.
 * KFP SDK: `component_factory`, versions 1.4 to 2.17.
 */
export function readPythonBootstrap(command: readonly string[]): PythonBootstrap | undefined {
  const [shell, option, script, ...rest] = command;
  const isScript = shell !== undefined && /(^|\/)(ba)?sh$/.test(shell) && option !== undefined && /^-e?c$/.test(option);
  if (!isScript || script === undefined || rest.length === 0 || !GOES_ON.test(script)) return undefined;
  const steps = script.replace(PIP_CHECK, '').replace(GOES_ON, '').split('&&');
  const installs: (readonly string[])[] = [];
  for (const step of steps) {
    const install = readInstall(step);
    if (install === undefined) return undefined;
    installs.push(install);
  }
  return { installs, command: rest };
}

/** `( pip install X || pip install X --user )` is one step: the second is for machines where the first may not write. */
function readInstall(step: string): readonly string[] | undefined {
  const alternatives = step.replace(/^\s*\(|\)\s*$/g, '').split('||');
  const [first = ''] = alternatives;
  const isKnown = alternatives.every((alternative) => PIP.test(alternative.trim()));
  const text = PIP.exec(first.trim())?.[1];
  if (!isKnown || text === undefined) return undefined;
  const words = readShellWords(text);
  return words?.filter((word) => word !== '--user');
}

const WORD = /\s*(?:'([^']*)'|"([^"$`\\]*)"|([^\s'"$`\\|&;<>()]+))/y;

/** Words of a shell command that needs no shell to be understood; undefined for any other. */
function readShellWords(text: string): readonly string[] | undefined {
  const words: string[] = [];
  const trimmed = text.trim();
  let position = 0;
  while (position < trimmed.length) {
    WORD.lastIndex = position;
    const match = WORD.exec(trimmed);
    if (match === null) return undefined;
    const word = match[1] ?? match[2] ?? match[3] ?? '';
    const isJoined = position > 0 && !/^\s/.test(match[0]);
    if (isJoined) words.push(`${words.pop() ?? ''}${word}`);
    else words.push(word);
    position = WORD.lastIndex;
  }
  return words;
}
