// A round picture with initials, in place of the photograph that Zalo would have.
const GROUNDS = ['#e5effa', '#eee9f9', '#dff2f3', '#fff4d8'];
const INKS = ['#0a4f96', '#513694', '#085963', '#744d00'];

/** The last two words' first letters, as people here are called. */
export function initials(name: string): string {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .slice(-2)
    .map((word) => [...word][0]?.toLocaleUpperCase('vi') ?? '')
    .join('');
}

export function portrait(name: string): string {
  const letters = initials(name).replace(/[^\p{L}\p{N}]/gu, '');
  const colour = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % GROUNDS.length;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120"><rect width="120" height="120" rx="60" fill="${GROUNDS[colour]}"/><text x="60" y="75" text-anchor="middle" font-family="sans-serif" font-weight="700" font-size="44" fill="${INKS[colour]}">${letters}</text></svg>`;
}
