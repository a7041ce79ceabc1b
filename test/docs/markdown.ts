/** A link or an image of a page: what is before `#`, and the heading behind it. */
export interface MarkdownLink {
  readonly target: string;
  readonly anchor: string | undefined;
  readonly isImage: boolean;
}

/** The links and images of a Markdown text, without those to the web. Code is passed over. */
export function listLinks(markdown: string): readonly MarkdownLink[] {
  const found = withoutCode(markdown).matchAll(/(!?)\[[^\]]*\]\(([^)\s]+)\)/g);
  return [...found]
    .map(([, mark, address = '']) => {
      const [target = '', anchor] = address.split('#', 2);
      return { target, anchor, isImage: mark === '!' };
    })
    .filter(({ target }) => !/^[a-z]+:/.test(target));
}

/** The names by which headings are linked to, as GitHub makes them. */
export function listAnchors(markdown: string): readonly string[] {
  return withoutCode(markdown)
    .split('\n')
    .flatMap((line) => /^#+ (.*)$/.exec(line)?.[1] ?? [])
    .map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );
}

/** The text below a heading, up to the next heading of its level or a higher one. */
export function sectionBelow(markdown: string, heading: string): string | undefined {
  const level = /^#+/.exec(heading)?.[0].length ?? 0;
  const lines = markdown.split('\n');
  const start = lines.indexOf(heading);
  if (start < 0) return undefined;
  let inCode = false;
  const end = lines.findIndex((line, index) => {
    if (line.startsWith('```')) inCode = !inCode;
    const marks = /^#+ /.exec(line)?.[0].length ?? Number.POSITIVE_INFINITY;
    return index > start && !inCode && marks - 1 <= level;
  });
  return lines.slice(start + 1, end < 0 ? undefined : end).join('\n');
}

function withoutCode(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, 'code');
}
