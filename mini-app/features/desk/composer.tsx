/** Writing an announcement: words and audience, how it will look, whom it reaches, and sending exactly that version. */

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { AnnouncementDetail } from '#contract/announcement.ts';
import { call } from '../../api.ts';
import { DeedFailed, useDeed } from '../../shared/deed.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { ActionBar } from '../../ui/page.tsx';
import { SavedLine } from '../../ui/saved-line.tsx';
import { useMessage } from '../../ui/snackbar.tsx';
import { Badge } from '../../ui/status.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { audienceProblem, type Draft, type DraftKeeper, useDraftKeeper } from './announcement-draft.ts';
import { AudiencePanel } from './audience-panel.tsx';
import { DeskPage } from './desk-page.tsx';
import { Panel } from './parts.tsx';
import { LookPanel, ReachPanel } from './reach-panel.tsx';
import { SendDialog } from './send-dialog.tsx';
import { useFrame } from './wide.ts';

/** Zalo's own limits, in letters. */
const titleLetters = 150;
const textLetters = 1900;
const pause = 600;

interface ComposerProps {
  id: string;
  /** Null while it was never saved. */
  start: AnnouncementDetail | null;
}

export function Composer({ id, start }: ComposerProps) {
  const navigate = useNavigate();
  const frame = useFrame();
  const keeper = useDraftKeeper(id, start, () => navigate(`/desk/announcements/${id}`, { replace: true }));
  const { draft, set, version, saved } = keeper;
  const preview = usePreview(draft);
  const [attempt, setAttempt] = useState(0);
  const [asking, setAsking] = useState<number | null>(null);
  const [checking, setChecking] = useState(false);
  const problems = problemsOf(draft, preview.data?.problems ?? [], keeper);
  const shown = attempt > 0 ? problems : keeper.problems.map(asOurs);
  const problem = (field: string) => shown.find((one) => one.field === field)?.message;

  const ask = async () => {
    setAttempt(attempt + 1);
    if (problems.length > 0) return;
    setChecking(true);
    const at = await keeper.flush();
    setChecking(false);
    if (at !== null) setAsking(at);
  };
  const send = (
    <Button icon="send" onClick={() => void ask()} busy={checking ? 'Đang kiểm tra…' : undefined}>
      Gửi thông báo…
    </Button>
  );
  const savedLine = (
    <span className="composer-saved">
      <SavedLine saved={saved} />
      {version > 0 && (
        <span className="tiny meta">
          {saved.place === 'nothing' ? `Đã lưu, bản ${version}` : `bản ${version}`}
        </span>
      )}
    </span>
  );
  return (
    <DeskPage
      rail
      title={draft.title.trim() || 'Soạn thông báo'}
      short={draft.title.trim() ? 'Soạn thông báo' : undefined}
      crumb={{ to: '/desk/announcements', label: 'Thông báo' }}
      beside={
        <Badge tone="quiet" icon="pen">
          Bản nháp
        </Badge>
      }
      actions={
        frame && (
          <>
            {version > 0 && <Discard id={id} version={version} onGone={keeper.forget} />}
            {send}
          </>
        )
      }
      bar={<ActionBar saved={savedLine}>{send}</ActionBar>}
    >
      {attempt > 0 && <ErrorSummary problems={problems} attempt={attempt} />}
      <Rival keeper={keeper} />
      <div className="composer">
        <div className="desk-stack">
          <Panel title="Nội dung" more={frame && savedLine}>
            <TextField
              name="title"
              label="Tiêu đề"
              limit={titleLetters}
              value={draft.title}
              onChange={(event) => set({ title: event.currentTarget.value })}
              error={problem('title')}
            />
            <TextArea
              name="text"
              label="Nội dung"
              hint="Tin không mang tên riêng: mọi người nhận cùng một lời."
              limit={textLetters}
              rows={6}
              value={draft.text}
              onChange={(event) => set({ text: event.currentTarget.value })}
              error={problem('text')}
            />
            <fieldset className="field">
              <legend className="field-label">Ngoài thông báo trong mini app, gửi thêm</legend>
              <Checkbox
                name="withMessages"
                checked={draft.withMessages}
                onChange={(event) => set({ withMessages: event.currentTarget.checked })}
              >
                Tin nhắn Zalo tới từng người
              </Checkbox>
              <Checkbox
                name="withArticle"
                checked={draft.withArticle}
                onChange={(event) => set({ withArticle: event.currentTarget.checked })}
              >
                Bài viết trên trang Zalo
              </Checkbox>
            </fieldset>
          </Panel>
          <AudiencePanel
            audience={draft.audience}
            error={attempt > 0 ? problem('audience') : undefined}
            onChange={(audience) => set({ audience })}
          />
        </div>
        <LookPanel draft={draft} preview={preview.data} />
        <ReachPanel
          draft={draft}
          preview={preview.data}
          failed={preview.error !== null}
          onRetry={() => void preview.refetch()}
        />
      </div>
      {!frame && version > 0 && <Discard id={id} version={version} onGone={keeper.forget} />}
      <SendDialog
        id={id}
        version={asking}
        draft={draft}
        preview={preview.data}
        onClose={() => setAsking(null)}
        onSent={keeper.forget}
      />
    </DeskPage>
  );
}

/** Fields of the server under the ids of our controls. */
const asOurs = ({ field, message }: { field: string; message: string }) => ({
  field: field.startsWith('audience') ? 'audience' : field,
  message,
});

function problemsOf(draft: Draft, ofPreview: { field: string; message: string }[], keeper: DraftKeeper) {
  const nobody = audienceProblem(draft.audience);
  const all = [
    ...(draft.title.trim() === '' ? [{ field: 'title', message: 'Viết tiêu đề của thông báo' }] : []),
    ...(draft.text.trim() === '' ? [{ field: 'text', message: 'Viết nội dung của thông báo' }] : []),
    ...keeper.problems.map(asOurs),
    ...ofPreview.map(asOurs),
    ...(nobody === undefined ? [] : [{ field: 'audience', message: nobody }]),
  ];
  return all.filter(({ field }, index) => all.findIndex((one) => one.field === field) === index);
}

/** Asks the server again after each pause in the writing. */
function usePreview(draft: Draft) {
  const [asked, setAsked] = useState(draft);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(draft), pause);
    return () => clearTimeout(timer);
  }, [draft]);
  return useQuery({
    queryKey: ['previewAnnouncement', asked],
    queryFn: () => call('previewAnnouncement', asked),
    enabled: audienceProblem(asked.audience) === undefined,
    placeholderData: keepPreviousData,
  });
}

/** Two people wrote at once: both versions are there to be looked at, and a person chooses. */
function Rival({ keeper }: { keeper: DraftKeeper }) {
  const { rival, takeTheirs, keepMine } = keeper;
  if (rival === null) return null;
  return (
    <Banner tone="todo" icon="warn" live>
      <p className="bold">Thông báo vừa được người khác sửa (bản {rival.version}). Chưa có gì bị ghi đè.</p>
      <p>Bản mới: “{rival.title}”</p>
      <p className="keep-lines muted">{rival.text}</p>
      <div className="desk-actions">
        <Button look="secondary" slim onClick={takeTheirs}>
          Dùng bản mới
        </Button>
        <Button look="secondary" slim onClick={keepMine}>
          Giữ bản tôi đang viết
        </Button>
      </div>
    </Banner>
  );
}

function Discard({ id, version, onGone }: { id: string; version: number; onGone: () => void }) {
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const say = useMessage();
  const deed = useDeed('cancelAnnouncement', () => {
    onGone();
    say('Đã bỏ bản nháp.');
    navigate('/desk/announcements', { replace: true });
  });
  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        Bỏ bản nháp…
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Bỏ bản nháp này?"
        actions={[
          <Button
            key="gone"
            look="danger"
            busy={deed.busy ? 'Đang bỏ…' : undefined}
            onClick={() => deed.run({ id, version })}
          >
            Bỏ bản nháp
          </Button>,
          <Button key="back" look="secondary" onClick={() => setAsking(false)}>
            Giữ lại
          </Button>,
        ]}
      >
        <DeedFailed failure={deed.failure} />
        <p>Thông báo chưa gửi cho ai và sẽ không gửi được nữa.</p>
        {deed.failure?.code === 'zalo_not_connected' && (
          <ButtonLink to="/desk/zalo">Mở Kết nối Zalo</ButtonLink>
        )}
      </Dialog>
    </>
  );
}
