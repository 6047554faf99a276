/** Highlighted initiatives: found by words with or without accents, and by block. */

import { useDeferredValue, useId } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { HighlightCard } from '#contract/campaign.ts';
import { useAskPages, useHome } from '../../ask.ts';
import { lookOf } from '../../shared/field-look.ts';
import { AppTabs } from '../../shell/app-tabs.tsx';
import { Failed } from '../../shell/loaded.tsx';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Header } from '../../ui/header.tsx';
import { List, ListBlock } from '../../ui/list.tsx';
import { Page } from '../../ui/page.tsx';
import { Cover } from '../../ui/rings.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { SearchField } from '../../ui/text-field.tsx';

export default function HighlightsScreen() {
  // In the address, so that "back" from a story finds the search again.
  const [params, setParams] = useSearchParams();
  const words = params.get('q') ?? '';
  const block = params.get('block') ?? '';
  const change = (next: { q: string; block: string }) => {
    const given = Object.entries(next).filter(([, value]) => value !== '');
    setParams(new URLSearchParams(given), { replace: true, preventScrollReset: true });
  };
  return (
    <Page header={<Header>Sáng kiến tiêu biểu</Header>} tabs={<AppTabs />}>
      <SearchField
        label="Tìm sáng kiến tiêu biểu"
        placeholder="Tìm theo tên, đơn vị, có dấu hay không"
        value={words}
        onChange={(event) => change({ q: event.target.value, block })}
      />
      <Blocks block={block} onChange={(chosen) => change({ q: words, block: chosen })} />
      <Found words={words} block={block} onClear={() => change({ q: '', block: '' })} />
    </Page>
  );
}

function Blocks({ block, onChange }: { block: string; onChange: (block: string) => void }) {
  const { data: home } = useHome();
  if (!home) return null;
  return (
    <Chips
      label="Khối"
      options={[
        { value: '', label: 'Tất cả' },
        ...home.organisation.blocks.map(({ id, nameShort }) => ({ value: id, label: nameShort })),
      ]}
      value={block}
      onChange={onChange}
    />
  );
}

interface FoundProps {
  words: string;
  block: string;
  onClear: () => void;
}

function Found({ words, block, onClear }: FoundProps) {
  const q = useDeferredValue(words.trim());
  const query = useAskPages('highlights', { ...(q === '' ? {} : { q }), ...(block === '' ? {} : { block }) });
  const countId = useId();
  const { items } = query;
  if (!items && query.error)
    return <Failed error={query.error} busy={query.isFetching} onRetry={query.refetch} />;
  if (!items) return <Skeleton rows={6} />;
  if (items.length === 0)
    return (
      <EmptyState
        icon="search"
        title="Chưa tìm thấy sáng kiến nào"
        action={
          <Button look="soft" onClick={onClear}>
            Xem tất cả
          </Button>
        }
      >
        Thử ít chữ hơn, ví dụ “mot cua” hoặc “rac thai”. Gõ có dấu hay không đều được.
      </EmptyState>
    );
  return (
    <>
      <p className="small muted" id={countId} role="status">
        {query.hasNextPage ? `${items.length} sáng kiến đầu tiên` : `${items.length} sáng kiến`}
      </p>
      <List>
        {items.map((card) => (
          <Row key={card.slug} card={card} />
        ))}
      </List>
      {query.hasNextPage && (
        <Button
          look="soft"
          onClick={() => void query.fetchNextPage()}
          busy={query.isFetchingNextPage ? 'Đang tải…' : undefined}
        >
          Xem thêm sáng kiến
        </Button>
      )}
    </>
  );
}

function Row({ card }: { card: HighlightCard }) {
  const { slug, title, unitName, field, levelLabel, year } = card;
  return (
    <ListBlock to={`/highlights/${slug}`}>
      <span className="highlight">
        <Cover {...lookOf(field)} small />
        <span>
          <span className="row-title bold">{title}</span>
          <span className="row-line">{unitName}</span>
          <span className="small medium tone-spark tone-ink">
            Công nhận {levelLabel}, {year}
          </span>
        </span>
      </span>
    </ListBlock>
  );
}
