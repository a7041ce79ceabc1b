const PLAIN = /^[\w@%+=:,./{}$[\]'-]+$/;

/** A command as one would type it: parts with blanks or line breaks are quoted. For reading; nothing executes it. */
export function printCommand(command: readonly string[]): string {
  return command.map((part) => (PLAIN.test(part) ? part : `'${part.replaceAll("'", "'\\''")}'`)).join(' ');
}
