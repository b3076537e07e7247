export interface Passage {
  id: string;
  title: string;
  text: string;
}

const PASSAGE = /<passage\s+id="([^"]*)"(?:\s+title="([^"]*)")?[^>]*>([\s\S]*?)<\/passage>/g;

/** The passages a system message quotes between <passages> and </passages>. */
export function passagesIn(systemMessage: string): Passage[] {
  const block = /<passages>([\s\S]*)<\/passages>/.exec(systemMessage)?.[1] ?? '';
  return [...block.matchAll(PASSAGE)].map(([, id = '', title = '', text = '']) => ({
    id: unescape(id),
    title: unescape(title),
    text: unescape(text).trim(),
  }));
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
