/** Who did it: one author, or several with shares that add up to 100 %. */

import { useState } from 'react';
import type { Form } from '#contract/initiative.ts';
import { labels, limits } from '#domain/form.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field.tsx';
import { formatPercent } from '../../ui/format.ts';
import { TextField } from '../../ui/text-field.tsx';
import { emptyAuthor } from './draft-form.ts';
import { equalShares, readShare, sayShare, sumOfShares } from './shares.ts';
import type { StepProps } from './step-screen.tsx';

type Author = Form['authors'][number];

const mostAuthors = 10;

export function Authors({ form, set, errorOf }: StepProps) {
  const authors = form.authors.length === 0 ? [{ ...emptyAuthor, sharePercent: 100 }] : form.authors;
  const several = authors.length > 1;
  const [added, setAdded] = useState<number | null>(null);
  const change = (index: number, change: Partial<Author>) =>
    set({ authors: authors.map((author, i) => (i === index ? { ...author, ...change } : author)) });
  const error = errorOf('authors');
  return (
    <section className="part" aria-label={labels.authors}>
      <h2>{several ? `Tác giả và đồng tác giả (${authors.length})` : labels.authors}</h2>
      {error !== undefined && <FieldError id="authors">{error}</FieldError>}
      {authors.map((author, index) => (
        <OneAuthor
          // biome-ignore lint/suspicious/noArrayIndexKey: an author is a place in the list; the answers are kept outside
          key={index}
          author={author}
          index={index}
          several={several}
          wrongSum={error !== undefined}
          autoFocus={added === index}
          errorOf={errorOf}
          onChange={(changed) => change(index, changed)}
          onRemove={() => set({ authors: equalShares(authors.filter((_, i) => i !== index)) })}
        />
      ))}
      {several && (
        <p className="small muted" role="status">
          Tổng tỷ lệ đóng góp: <strong>{formatPercent(sumOfShares(authors))}</strong>
        </p>
      )}
      <div className="add-row">
        {authors.length < mostAuthors && (
          <Button
            look="secondary"
            slim
            icon="users"
            onClick={() => {
              setAdded(authors.length);
              set({ authors: equalShares([...authors, emptyAuthor]) });
            }}
          >
            Thêm đồng tác giả
          </Button>
        )}
        {several && (
          <Button look="soft" slim onClick={() => set({ authors: equalShares(authors) })}>
            Chia đều
          </Button>
        )}
      </div>
    </section>
  );
}

interface OneAuthorProps {
  author: Author;
  index: number;
  several: boolean;
  wrongSum: boolean;
  autoFocus: boolean;
  errorOf: StepProps['errorOf'];
  onChange: (change: Partial<Author>) => void;
  onRemove: () => void;
}

function OneAuthor(props: OneAuthorProps) {
  const { author, index, several, wrongSum, autoFocus, errorOf, onChange, onRemove } = props;
  const path = `authors.${index}`;
  const fields = (
    <>
      <TextField
        id={`${path}.name`}
        label="Họ và tên"
        autoComplete={index === 0 ? 'name' : 'off'}
        error={errorOf(`${path}.name`)}
        limit={limits.authorName.max}
        value={author.name}
        autoFocus={autoFocus}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <TextField
        id={`${path}.title`}
        label="Chức danh"
        optional
        error={errorOf(`${path}.title`)}
        limit={limits.authorLine.max}
        value={author.title}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <TextField
        id={`${path}.workplace`}
        label="Nơi làm việc"
        optional
        error={errorOf(`${path}.workplace`)}
        limit={limits.authorLine.max}
        value={author.workplace}
        onChange={(event) => onChange({ workplace: event.target.value })}
      />
    </>
  );
  if (!several) return <div className="part">{fields}</div>;
  return (
    <section className="part card" aria-labelledby={`${path}-title`}>
      <div className="part-head">
        <h3 id={`${path}-title`}>{index === 0 ? 'Tác giả 1 (người nộp)' : `Tác giả ${index + 1}`}</h3>
        {index > 0 && <IconButton icon="trash" label={`Bỏ tác giả ${index + 1}`} onClick={onRemove} />}
      </div>
      {fields}
      <Share
        // The link "chia cho đủ 100%" leads to the first share.
        id={index === 0 && wrongSum ? 'authors' : `${path}.sharePercent`}
        error={errorOf(`${path}.sharePercent`)}
        value={author.sharePercent}
        onChange={(sharePercent) => onChange({ sharePercent })}
      />
    </section>
  );
}

interface ShareProps {
  id: string;
  error: string | undefined;
  value: number | null;
  onChange: (share: number | null) => void;
}

/** Keeps what is being typed ("33,") until it is a number; a share set from outside ("Chia đều") replaces it. */
function Share({ id, error, value, onChange }: ShareProps) {
  const [text, setText] = useState(sayShare(value));
  const shown = readShare(text) === value ? text : sayShare(value);
  return (
    <div className="share">
      <TextField
        id={id}
        label="Đóng góp (%)"
        inputMode="decimal"
        error={error}
        value={shown}
        onChange={(event) => {
          setText(event.target.value);
          onChange(readShare(event.target.value));
        }}
      />
    </div>
  );
}
