import type { DocumentDirective } from 'js-yaml';

const YAML_TAGS = 'tag:yaml.org,2002:';

/**
 * The full name of a tag as written (`!!str`, `!local`, `!<uri>`, `!h!x`) under the directives of its document.
 * Tags of YAML's own come without their prefix: `str`, `int`, `map`. `!` alone stays `!`.
 */
export function resolveTag(written: string, directives: readonly DocumentDirective[]): string {
  if (written === '!') return '!';
  const full = written.startsWith('!<') ? written.slice(2, -1) : expandHandle(written, directives);
  return full.startsWith(YAML_TAGS) ? full.slice(YAML_TAGS.length) : full;
}

function expandHandle(written: string, directives: readonly DocumentDirective[]): string {
  const handle = /^![-0-9A-Za-z]*!|^!/.exec(written)?.[0] ?? '!';
  const declared = directives.find((directive) => directive.kind === 'tag' && directive.handle === handle);
  const prefix = declared?.kind === 'tag' ? declared.prefix : handle === '!!' ? YAML_TAGS : handle;
  return prefix + unescapeUri(written.slice(handle.length));
}

function unescapeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
