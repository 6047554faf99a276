/** Who holds which role. An administrator gives one to whoever reads a code from "Tài khoản", and takes it back. */

import { useState } from 'react';
import type { Role } from '#contract/endpoint.ts';
import type { Granted } from '#contract/person.ts';
import { useAsk, useHome } from '../../ask.ts';
import { useSession } from '../../session.tsx';
import { DeedFailed, useDeed } from '../../shared/deed.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { instantOf, sayShortDate } from '../../ui/format.ts';
import { useMessage } from '../../ui/snackbar.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DeskPage } from './desk-page.tsx';
import { Columns, Panel } from './parts.tsx';
import { unitOptions, useUnits } from './units.ts';
import { roleNames } from './words.ts';

export default function PeopleScreen() {
  const { me } = useSession();
  const isAdmin = me?.roles.some(({ role }) => role === 'admin') ?? false;
  return (
    <DeskPage title="Con người và quyền">
      {isAdmin ? (
        <Columns side={<GrantPanel />}>
          <Held />
        </Columns>
      ) : (
        <EmptyState
          title="Chỉ quản trị xem và giao quyền"
          icon="lock"
          action={<ButtonLink to="/desk">Về việc hôm nay</ButtonLink>}
        >
          Cần thêm người vào bàn làm việc thì nhờ quản trị.
        </EmptyState>
      )}
    </DeskPage>
  );
}

function Held() {
  const [after, setAfter] = useState<string>();
  const query = useAsk('grants', after === undefined ? {} : { after });
  const [leaving, setLeaving] = useState<Granted | null>(null);
  return (
    <Panel title="Đang giữ quyền" flush>
      <Loaded
        query={query}
        skeleton={
          <div className="panel-body">
            <Skeleton rows={4} />
          </div>
        }
      >
        {({ items, next }) => (
          <>
            <ul className="people divided">
              {items.map((grant) => (
                <li key={grant.id}>
                  <span>
                    <b>{grant.personName}</b>
                    <span className="table-under">
                      {[roleNames[grant.role], grant.unitName].filter(Boolean).join(', ')} · từ{' '}
                      {sayShortDate(instantOf(grant.grantedAt))}
                    </span>
                  </span>
                  <Button
                    look="secondary"
                    slim
                    onClick={() => setLeaving(grant)}
                    hiddenWords={`${roleNames[grant.role]} của ${grant.personName}`}
                  >
                    Thu hồi…
                  </Button>
                </li>
              ))}
            </ul>
            {(next !== null || after !== undefined) && (
              <div className="paging">
                {after !== undefined && (
                  <Button look="text" slim icon="back" onClick={() => setAfter(undefined)}>
                    Trang đầu
                  </Button>
                )}
                {next !== null && (
                  <Button look="secondary" slim icon="forward" onClick={() => setAfter(next)}>
                    Trang sau
                  </Button>
                )}
              </div>
            )}
          </>
        )}
      </Loaded>
      <RevokeDialog grant={leaving} onClose={() => setLeaving(null)} />
    </Panel>
  );
}

function RevokeDialog({ grant, onClose }: { grant: Granted | null; onClose: () => void }) {
  const say = useMessage();
  const deed = useDeed('revoke', () => {
    onClose();
    say('Đã thu hồi quyền.');
  });
  const close = () => {
    deed.reset();
    onClose();
  };
  return (
    <Dialog
      open={grant !== null}
      onClose={close}
      title={grant === null ? '' : `Thu hồi quyền của ${grant.personName}?`}
      actions={[
        <Button
          key="revoke"
          look="danger"
          busy={deed.busy ? 'Đang thu hồi…' : undefined}
          onClick={() => grant && deed.run({ id: grant.id })}
        >
          Thu hồi quyền
        </Button>,
        <Button key="back" look="secondary" onClick={close}>
          Giữ quyền
        </Button>,
      ]}
    >
      <DeedFailed failure={deed.failure} />
      <p>
        {grant && [roleNames[grant.role], grant.unitName].filter(Boolean).join(', ')}. Người này mất quyền
        ngay; hồ sơ của họ vẫn giữ nguyên.
      </p>
    </Dialog>
  );
}

const roleOptions = (['unit_head', 'secretariat', 'admin'] as const).map((role) => ({
  value: role,
  label: roleNames[role],
}));
const nothing = { code: '', role: '', unitId: '' };

function GrantPanel() {
  const { data: home } = useHome();
  const { data: units = [] } = useUnits();
  const [given, setGiven] = useState(nothing);
  const [tried, setTried] = useState(false);
  const say = useMessage();
  const deed = useDeed('grant', ({ personName, role }) => {
    setGiven(nothing);
    setTried(false);
    say(`Đã giao quyền ${roleNames[role]} cho ${personName}.`);
  });
  const { code, role, unitId } = given;
  const needsUnit = role === 'unit_head';
  const problems = {
    code: code.trim() === '' ? 'Nhập mã mà người nhận quyền đọc cho anh/chị' : deed.problem('code'),
    role: role === '' ? 'Chọn quyền' : undefined,
    unitId: needsUnit && unitId === '' ? 'Chọn đơn vị của thủ trưởng' : deed.problem('unitId'),
  };
  const give = () => {
    setTried(true);
    if (code.trim() === '' || role === '' || (needsUnit && unitId === '')) return;
    deed.run({ code: code.trim(), role: role as Role, unitId: needsUnit ? unitId : null });
  };
  return (
    <Panel title="Giao quyền">
      <DeedFailed besideFields failure={deed.failure} />
      <p className="muted">
        Người nhận mở Tài khoản trong mini app, lấy mã một lần và đọc cho anh/chị. Mã hết hạn sau 15 phút.
      </p>
      <TextField
        name="grant-code"
        label="Mã của người nhận"
        autoCapitalize="characters"
        value={code}
        maxLength={40}
        onChange={(event) => setGiven({ ...given, code: event.currentTarget.value })}
        error={tried ? problems.code : undefined}
      />
      <Select
        name="grant-role"
        label="Quyền"
        empty="Chọn quyền"
        options={roleOptions}
        value={role}
        onChange={(event) => setGiven({ ...given, role: event.currentTarget.value })}
        error={tried ? problems.role : undefined}
      />
      {needsUnit && (
        <Select
          name="grant-unit"
          label="Đơn vị"
          empty="Chọn đơn vị"
          options={unitOptions(units, home?.organisation.blocks ?? [])}
          value={unitId}
          onChange={(event) => setGiven({ ...given, unitId: event.currentTarget.value })}
          error={tried ? problems.unitId : undefined}
        />
      )}
      <Button onClick={give} busy={deed.busy ? 'Đang giao…' : undefined}>
        Giao quyền
      </Button>
    </Panel>
  );
}
