/** Pages as values: text is escaped where it is put in, markup is joined as it is. */

export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

const letters: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => letters[letter]!);

/** Markup written in this program, such as an icon. Never give it anything that a person typed. */
export const raw = (markup: string): Html => ({ markup });

export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return raw(strings.reduce((all, string, i) => `${all}${render(parts[i - 1])}${string}`));
}

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  if ('markup' in part) return part.markup;
  return part.map(render).join('');
}
