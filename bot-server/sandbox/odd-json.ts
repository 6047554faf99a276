// JSON that is right but never the way JSON.stringify writes it, so that nobody can verify a re-serialised body.
const SHORT: { [letter: string]: string } = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function oddString(text: string, dice: () => number): string {
  let out = '"';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!;
    const unit = text.charCodeAt(at);
    const surrogate = unit >= 0xd800 && unit <= 0xdfff;
    if (SHORT[letter]) out += SHORT[letter];
    else if (unit < 0x20 || surrogate || (unit > 0x7e && dice() < 0.4)) {
      out += `\\u${unit.toString(16).padStart(4, '0')}`;
    } else if (letter === '/' && dice() < 0.5) out += '\\/';
    else out += letter;
  }
  return `${out}"`;
}

/** Serialises with odd key order, stray spaces, raw and escaped letters mixed; `dice` gives 0 … 1. */
export function oddJson(value: unknown, dice: () => number = Math.random): string {
  const gap = () => (dice() < 0.3 ? ' ' : '');
  if (typeof value === 'string') return oddString(value, dice);
  if (Array.isArray(value)) return `[${value.map((item) => oddJson(item, dice)).join(`,${gap()}`)}]`;
  if (value && typeof value === 'object') {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    const order = members.map((member) => ({ member, place: dice() })).sort((a, b) => a.place - b.place);
    const parts = order.map(({ member: [key, inner] }) => `${gap()}"${key}":${gap()}${oddJson(inner, dice)}`);
    return `{${parts.join(',')}${gap()}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
