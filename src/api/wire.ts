import { HOST_ERROR_CODES, type HostErrorCode, type HostFailure } from './errors.ts';
import { EVENT_NAMES, type EventName, type HostEvents } from './events.ts';
import type { MethodName } from './params.ts';

/*
 * How the contract looks on the wire, for both ends of every transport.
 *
 * Web: `POST /api/<method>` with the params as JSON body and `GET /api/events`, which never ends: one frame a
 * line (NDJSON). Both carry `Authorization: Bearer <token>` and the client header. A reply is always a `Reply`
 * as JSON, whatever the status. A client that lost its stream asks again with `?after=<last event id>`.
 *
 * Electron: the page finds `window.pipewright`, an `ElectronBridge`.
 */

/** Where methods are posted to. */
export const API_PREFIX = '/api/';

/** Where the event stream is. */
export const EVENTS_PATH = '/api/events';

/** Names the page on every request; made anew by each page load: 16 to 64 of `A–Z a–z 0–9 _ -`. */
export const CLIENT_HEADER = 'X-Pipewright-Client';

/** The form of a client's name. */
export const CLIENT_ID_PATTERN = /^[A-Za-z0-9_-]{16,64}$/;

/** A heartbeat comes this often; a stream that is silent for twice as long is dead. */
export const HEARTBEAT_MILLISECONDS = 10_000;

/** Electron: page to host, answered with a `Reply`. */
export const ELECTRON_CALL_CHANNEL = 'pipewright:call';

/** Electron: host to page, one `Frame` each. */
export const ELECTRON_EVENT_CHANNEL = 'pipewright:event';

/** What a call gives back. */
export type Reply =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: HostFailure };

/** One event with its payload. */
export type EventMessage = {
  readonly [Name in EventName]: { readonly name: Name; readonly payload: HostEvents[Name] };
}[EventName];

/** One line of the event stream. */
export type Frame =
  /** First of a stream. Not resumed: events were missed, read again what is shown. */
  | { readonly kind: 'hello'; readonly resumed: boolean; readonly lastId: number }
  | ({ readonly kind: 'event'; readonly id: number } & EventMessage)
  | { readonly kind: 'heartbeat' };

/** What Electron's preload script gives to the page. */
export interface ElectronBridge {
  call(name: MethodName, params: unknown): Promise<Reply>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (frame: Frame) => void): () => void;
}

/** The path a method is posted to. */
export function pathOfMethod(name: MethodName): string {
  return API_PREFIX + name;
}

/** The address part that hands the token to a page. Fragments are never sent to a server. */
export function writeTokenFragment(token: string): string {
  return `#token=${token}`;
}

/** The token of a page's fragment; null where there is none. */
export function readTokenFragment(fragment: string): string | null {
  return /^#(?:.*&)?token=([A-Za-z0-9_-]{43})(?:&|$)/.exec(fragment)?.[1] ?? null;
}

/** A frame as a line of the stream. */
export function encodeFrame(frame: Frame): string {
  return `${JSON.stringify(frame)}\n`;
}

/** Cuts a stream's text into frames. Feed it each piece of text as it arrives; lines that are no frame are passed over. */
export function createFrameReader(): (piece: string) => readonly Frame[] {
  let rest = '';
  return (piece) => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    return lines.map(decodeFrame).filter((frame) => frame !== null);
  };
}

/** Reads one line of the stream; null for what is no frame of this version. */
export function decodeFrame(line: string): Frame | null {
  const value = parseJson(line);
  if (!isRecord(value)) return null;
  if (value.kind === 'heartbeat' || value.kind === 'hello') return value as Frame;
  return value.kind === 'event' && EVENT_NAMES.some((name) => name === value.name) ? (value as Frame) : null;
}

/** Checks what came back from a call. Anything that is not a reply counts as a fault of the host. */
export function decodeReply(value: unknown): Reply {
  if (isRecord(value) && value.ok === true) return { ok: true, result: value.result ?? null };
  if (isRecord(value) && value.ok === false && isFailure(value.error)) return { ok: false, error: value.error };
  return { ok: false, error: { code: 'internal', values: {} } };
}

function isFailure(value: unknown): value is HostFailure {
  return isRecord(value) && isRecord(value.values) && HOST_ERROR_CODES.includes(value.code as HostErrorCode);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}
