/** Understanding for an operator: one line of JSON for each line typed, also for an empty one. Needs no database. */

import type { Knowledge } from './knowledge.ts';
import { understand } from './understand.ts';

export async function* understandLines(
  input: AsyncIterable<string>,
  knowledge: Knowledge,
): AsyncGenerator<string> {
  for await (const line of input) {
    const { intent, entities, score } = understand(line, knowledge);
    yield JSON.stringify({ intent, entities, score });
  }
}
