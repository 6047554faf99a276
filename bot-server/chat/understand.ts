/** Understands one typed line: what is asked and what is named. Rules over plain words, no model, no network, no memory. */

import { type Intent, listen } from './cues.ts';
import { type Entities, readNames, readNumbers } from './entities.ts';
import type { Knowledge } from './knowledge.ts';
import { foreign } from './vocabulary.ts';
import { isIdle, readWords, tidy } from './words.ts';

export interface Understood {
  intent: Intent;
  entities: Entities;
  /** 0 to 1: how sure. */
  score: number;
  /** Further questions in the same line, in the order in which they were asked. */
  also: Intent[];
  /** The words that the intent rests on. */
  because: string[];
  /** The line as plain words: what a search may look for. */
  plain: string;
}

const enough = 2.4;
const mostClauses = 4;
/** Where the line surely is about initiatives, a hint is enough. */
const enoughOfOurs = 1.5;
/** A word that no cue has heard makes a guess weaker: the line may be about something else. */
const perUnheardWord = 0.5;
const courtesy: readonly Intent[] = ['greeting', 'thanks'];
const foreignTopic = new RegExp(` (?:${foreign.trim().replace(/\n/g, '|')})(?= )`);
/** Words that leave no doubt that the talk is of the campaign. */
const ours = /sang kien|phong trao sang|(?:code|doc|title)entity|hoi dong sang kien|hoi dong khoa hoc/;

export function understand(text: string, knowledge: Knowledge): Understood {
  const line = tidy(text);
  const { found: numbers, rest } = readNumbers(line, knowledge);
  const clauses = rest
    .split(/[?!;\n]+|[.,](?=\s|$)/)
    .map((clause) => readWords(clause, knowledge.names).join(' '));
  const plain = clauses.filter(Boolean).join(' ');
  const { found: names, marked } = readNames(plain, knowledge);
  const entities = { ...numbers, ...names };

  const whole = judge(marked, plain, knowledge);
  const clausesAsked = clauses
    .flatMap((clause) => clause.split(/ (?:va|voi ca|roi|the con) /))
    .filter(Boolean)
    .slice(0, mostClauses);
  const parts =
    clausesAsked.length === 1
      ? [whole]
      : clausesAsked.map((clause) => judge(readNames(clause, knowledge).marked, clause, knowledge));
  if (whole.intent === 'out_of_scope' && whole.score > 0) return outOfScope(whole, plain);
  const asked = [
    ...new Set(parts.filter((part) => isQuestion(part) && part.score >= 4).map((part) => part.intent)),
  ];
  const best =
    asked.length > 1 && asked.includes(whole.intent)
      ? parts.find((part) => part.intent === asked[0])!
      : whole;
  const chosen =
    isQuestion(best) || asked.length === 0 ? best : parts.find((part) => part.intent === asked[0])!;
  return {
    intent: chosen.intent,
    entities: chosen.intent === 'out_of_scope' ? {} : entities,
    score: Math.round(Math.min(1, chosen.score / 6) * 100) / 100,
    also: asked.filter((intent) => intent !== chosen.intent && intent !== 'unsubscribe'),
    because: chosen.heard,
    plain,
  };
}

const outOfScope = ({ heard }: Judged, plain: string): Understood => ({
  intent: 'out_of_scope',
  entities: {},
  score: 1,
  also: [],
  because: heard,
  plain,
});

interface Judged {
  intent: Intent;
  score: number;
  heard: string[];
}

const isQuestion = ({ intent }: Judged): boolean => intent !== 'out_of_scope' && !courtesy.includes(intent);

function judge(marked: string, plain: string, knowledge: Knowledge): Judged {
  const nothing: Judged = { intent: 'out_of_scope', score: 0, heard: [] };
  if (marked === '') return nothing;
  const topic = foreignTopic.exec(` ${plain} `);
  if (topic && !ours.test(marked)) return { intent: 'out_of_scope', score: 5, heard: [topic[0].trim()] };

  const scores = listen(marked);
  const heard = [...scores].sort(([, a], [, b]) => b.score - a.score);
  const questions = heard.filter(([intent]) => !courtesy.includes(intent));
  const isOurs = ours.test(marked);
  const least = isOurs ? enoughOfOurs : enough;
  const best = (questions[0]?.[1].score ?? 0) >= least ? questions[0] : heard[0];
  if (!best) return nothing;
  const [intent, { score, heard: because }] = best;
  const covered = new Set(
    [...scores.values()].flatMap((one) => one.heard).flatMap((words) => words.split(' ')),
  );
  const unheard = marked
    .replace(/(?<![a-z])(?:sang kien|ho so|sang tao|thu do)(?![a-z])/g, ' ')
    .split(' ')
    .filter(
      (word) =>
        word !== '' && !covered.has(word) && !word.endsWith('entity') && !isIdle(word, knowledge.names),
    ).length;
  const sure = score - (isOurs ? 0.3 : 1) * unheard * perUnheardWord;
  return sure >= least ? { intent, score: sure, heard: because } : nothing;
}
