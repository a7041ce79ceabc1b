/** The output that somebody asked to see before its task was opened. */
let asked: { readonly taskKey: string; readonly port: string } | null = null;

/** Asks for an output of the task that is opened next. */
export function askForPort(taskKey: string, port: string): void {
  asked = { taskKey, port };
}

/** The output a task was opened for, where it was for one. Asking is answered once. */
export function takeAskedPort(taskKey: string): string | undefined {
  const port = asked?.taskKey === taskKey ? asked.port : undefined;
  asked = null;
  return port;
}
