/** All dossiers of the desk: views by state, filters, search without accents, page by page; the address holds it all. */

import { Link, useLocation, useSearchParams } from 'react-router-dom';
import { useAsk, useHome, useServerNow } from '../../ask.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { formatNumber } from '../../ui/format.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { DeskPage } from './desk-page.tsx';
import { DossierCards, DossierTable } from './dossier-rows.tsx';
import { FilterBar } from './filter-bar.tsx';
import { type Filters, filtersOf, searchOf, views } from './filters.ts';
import { useLast } from './last.ts';
import { useTable } from './wide.ts';

export default function DossiersScreen() {
  const [search] = useSearchParams();
  const filters = filtersOf(search);
  const list = useLast(useAsk('deskInitiatives', filters));
  const counts = useAsk('deskCounts', filters.round === undefined ? {} : { round: filters.round });
  const { data: home } = useHome();
  const table = useTable();
  const round = home?.rounds.find(({ id }) => id === filters.round);
  return (
    <DeskPage title="Hồ sơ" beside={<p className="muted">{round?.name ?? home?.campaign.localName}</p>}>
      <div className={table ? 'card card-flush list-card' : 'list-plain'}>
        <Views filters={filters} counts={counts.data} />
        <FilterBar filters={filters} counts={counts.data} />
        <Loaded
          query={list}
          skeleton={
            <div className="panel-body">
              <Skeleton rows={8} />
            </div>
          }
        >
          {(page) =>
            page.items.length === 0 ? (
              <Nothing filters={filters} />
            ) : (
              <>
                <Rows items={page.items} />
                <Paging filters={filters} next={page.next} />
              </>
            )
          }
        </Loaded>
      </div>
    </DeskPage>
  );
}

type Counts = ReturnType<typeof useAsk<'deskCounts'>>['data'];

/** A view shows exactly what its number counts: it takes the round along and drops every other filter. */
function Views({ filters, counts }: { filters: Filters; counts: Counts }) {
  const narrowed = filters.block !== undefined || filters.unit !== undefined || filters.q !== undefined;
  const all = [{ state: undefined, label: 'Tất cả' }, ...views];
  return (
    <nav className="views" aria-label="Danh sách theo việc">
      <ul>
        {all.map(({ state, label }) => {
          const count =
            state === undefined
              ? counts?.total
              : counts && (counts.byState.find((one) => one.state === state)?.count ?? 0);
          return (
            <li key={label}>
              <Link
                to={`/desk/initiatives${searchOf({ round: filters.round, state })}`}
                aria-current={filters.state === state && !narrowed ? 'page' : undefined}
              >
                {label} {count !== undefined && <span className="number">{formatNumber(count)}</span>}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

type Items = NonNullable<ReturnType<typeof useAsk<'deskInitiatives'>>['data']>['items'];

function Rows({ items }: { items: Items }) {
  const table = useTable();
  const now = useServerNow()();
  return table ? <DossierTable items={items} now={now} /> : <DossierCards items={items} now={now} />;
}

function Paging({ filters, next }: { filters: Filters; next: string | null }) {
  const { pathname } = useLocation();
  if (next === null && filters.after === undefined) return null;
  return (
    <nav className="paging" aria-label="Các trang của danh sách">
      {filters.after !== undefined && (
        <ButtonLink look="text" slim icon="back" to={pathname + searchOf({ ...filters, after: undefined })}>
          Trang đầu
        </ButtonLink>
      )}
      {next !== null && (
        <ButtonLink
          look="secondary"
          slim
          icon="forward"
          to={pathname + searchOf({ ...filters, after: next })}
        >
          Trang sau
        </ButtonLink>
      )}
    </nav>
  );
}

function Nothing({ filters }: { filters: Filters }) {
  const unfiltered = Object.keys(filters).length === 0;
  return unfiltered ? (
    <EmptyState
      title="Chưa có hồ sơ nào được nộp"
      icon="folder"
      action={
        <ButtonLink look="secondary" to="/desk/rounds" icon="medal">
          Xem các đợt xét
        </ButtonLink>
      }
    >
      Hồ sơ hiện ở đây ngay khi tác giả nộp.
    </EmptyState>
  ) : (
    <EmptyState
      title="Không có hồ sơ nào khớp"
      icon="search"
      action={
        <ButtonLink look="secondary" to="/desk/initiatives">
          Bỏ hết bộ lọc
        </ButtonLink>
      }
    >
      {filters.q !== undefined
        ? `Không thấy “${filters.q}” trong tên, mã và tác giả của các hồ sơ đang lọc.`
        : 'Các bộ lọc đang chọn không có hồ sơ nào.'}
    </EmptyState>
  );
}
