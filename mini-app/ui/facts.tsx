/** Questions with their answers: who holds it, since when, what then. */

import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export interface Fact {
  icon: IconName;
  question: string;
  answer: ReactNode;
}

/** On a card. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="facts card">
      {facts.map(({ icon, question, answer }) => (
        <div key={question}>
          <dt>
            <Icon name={icon} />
            {question}
          </dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface Answer {
  question: string;
  answer: ReactNode;
  /** "Sửa", as a slim text Button or ButtonLink whose hidden words repeat the question. */
  edit?: ReactNode;
}

/** Answers of a form to be checked, one row each, on a card. */
export function Answers({ answers }: { answers: Answer[] }) {
  return (
    <dl className="answers list">
      {answers.map(({ question, answer, edit }) => (
        <div key={question}>
          <dt>{question}</dt>
          <dd>{answer}</dd>
          {edit !== undefined && <dd className="answer-edit">{edit}</dd>}
        </div>
      ))}
    </dl>
  );
}
