/** Who I am here: name, units, the link to Zalo, what I agreed to, what is kept of me, and how to leave. */

import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Me } from '#contract/person.ts';
import { useHome } from '../../ask.ts';
import { forgetAnswersOf } from '../../kept-answers.ts';
import { usePlatform } from '../../platform/context.tsx';
import { forgetPerson } from '../../platform/rehearsal.ts';
import { useSession } from '../../session.tsx';
import { forgetDrafts, listDrafts } from '../../shared/draft-list.ts';
import { SignInFirst } from '../../shell/sign-in-first.tsx';
import { DemoLine } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Header } from '../../ui/header.tsx';
import { List, ListAction, ListItem, ListLink } from '../../ui/list.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Consents } from './consents.tsx';
import { GrantCode } from './grant-code.tsx';
import { Name } from './name.tsx';
import { Topics } from './topics.tsx';

export default function AccountScreen() {
  const { me } = useSession();
  return (
    <Page header={<Header back="/">Tài khoản</Header>}>
      <SignInFirst why="Tài khoản cho biết chúng tôi lưu gì và anh/chị đã đồng ý điều gì.">
        {me && <Account me={me} />}
      </SignInFirst>
    </Page>
  );
}

const roleWords: Record<Me['roles'][number]['role'], string> = {
  unit_head: 'Thủ trưởng đơn vị',
  secretariat: 'Cơ quan Thường trực',
  admin: 'Quản trị',
};

function Account({ me }: { me: Me }) {
  const office = me.roles.some(({ role }) => role === 'secretariat' || role === 'admin');
  return (
    <>
      <Section title="Anh/chị là ai ở đây">
        <Name me={me} />
        <List>
          {me.units.map(({ id, name, confirmed }) => (
            <ListItem
              key={id}
              icon="building"
              tone={confirmed ? 'ok' : 'quiet'}
              title={name}
              line={confirmed ? 'Thủ trưởng đã xác nhận' : 'Anh/chị tự khai, chờ thủ trưởng xác nhận'}
            />
          ))}
          {me.units.length === 0 && (
            <ListItem
              icon="building"
              tone="quiet"
              title="Chưa có đơn vị"
              line="Đơn vị được ghi khi anh/chị nộp sáng kiến đầu tiên"
            />
          )}
          {me.roles.map(({ role, unitName }) => (
            <ListItem
              key={`${role}${unitName}`}
              icon="shield"
              title={roleWords[role]}
              line={unitName ?? 'Quyền được cấp trên hệ thống này'}
            />
          ))}
          {office && <ListLink to="/desk" icon="clipboard" title="Bàn Thường trực" />}
        </List>
      </Section>
      <Zalo zalo={me.zalo} />
      <Topics zalo={me.zalo} />
      <Consents consents={me.consents} />
      <GrantCode />
      <MyData />
      <SignOut me={me} />
      {me.demo && <DemoLine>Đây là người trình diễn, không phải người thật.</DemoLine>}
    </>
  );
}

function Zalo({ zalo }: { zalo: Me['zalo'] }) {
  const platform = usePlatform();
  const { refresh } = useSession();
  const { data: home } = useHome();
  const oaId = home?.oaId;
  const page = home?.organisation.pageName ?? 'trang Zalo';
  const line = zalo.stopped
    ? 'Anh/chị đã dừng nhận tin. Bật lại ở dưới'
    : zalo.following
      ? 'Đang quan tâm, trang nhắn được cho anh/chị'
      : 'Chưa quan tâm, tin chỉ hiện trong mục Thông báo';
  const follow = async () => {
    if (oaId && (await platform.follow(oaId)).kind === 'ok') await refresh().catch(() => undefined);
  };
  return (
    <Section title="Kết nối Zalo">
      <List>
        <ListItem icon="chat" tone={zalo.following ? 'ok' : 'quiet'} title={page} line={line} />
        {platform.name === 'zalo' && !zalo.following && oaId && (
          <ListAction icon="bell" title="Quan tâm trang Zalo" onClick={() => void follow()} />
        )}
      </List>
    </Section>
  );
}

function MyData() {
  const platform = usePlatform();
  const { data: home } = useHome();
  const contact = home?.organisation.contactPhone;
  return (
    <Section title="Dữ liệu của tôi">
      <List>
        <ListItem
          icon="user"
          tone="quiet"
          title="Họ tên, chức danh, đơn vị"
          line="Do anh/chị nhập khi viết sáng kiến"
        />
        <ListItem
          icon="chat"
          tone="quiet"
          title="Mã người dùng Zalo"
          line="Để nhận ra anh/chị, không đăng công khai"
        />
        <ListItem
          icon="folder"
          tone="quiet"
          title="Bản nháp và hồ sơ"
          line="Nháp chỉ anh/chị thấy; hồ sơ đã nộp người xét mới thấy"
        />
        <ListAction
          icon="shield"
          title="Chính sách quyền riêng tư"
          onClick={() => void platform.openUrl(`${platform.apiBase}/chinh-sach-rieng-tu`)}
        />
      </List>
      <p className="small muted">
        Chúng tôi không lưu số căn cước, vị trí hay danh bạ của anh/chị. Chữ anh/chị nhắn cho trang được giữ
        30 ngày rồi xóa. Muốn sửa hoặc xóa dữ liệu, anh/chị hỏi cơ quan Thường trực
        {contact ? `, điện thoại ${contact}` : ''}.
      </p>
    </Section>
  );
}

/** Everything of the person goes from this phone; what the server does not have yet is named first. */
function SignOut({ me }: { me: Me }) {
  const platform = usePlatform();
  const { signOut } = useSession();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const [unsaved, setUnsaved] = useState(0);
  const [busy, setBusy] = useState(false);

  const ask = async () => {
    const drafts = await listDrafts(platform.storage, me.id);
    setUnsaved(drafts.filter(({ onServer }) => !onServer).length);
    setAsking(true);
  };
  const leave = async () => {
    setBusy(true);
    await forgetDrafts(platform.storage, me.id);
    await forgetAnswersOf(platform.storage, me.id);
    forgetPerson();
    await signOut();
    navigate('/', { replace: true });
  };
  return (
    <>
      <List>
        <ListAction icon="lock" title="Đăng xuất khỏi mọi máy" onClick={() => void ask()} />
      </List>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Đăng xuất?"
        actions={[
          <Button
            key="yes"
            look="danger"
            onClick={() => void leave()}
            busy={busy ? 'Đang đăng xuất…' : undefined}
          >
            {unsaved > 0 ? 'Đăng xuất và bỏ bản nháp' : 'Đăng xuất'}
          </Button>,
          <Button key="no" look="secondary" onClick={() => setAsking(false)}>
            Ở lại
          </Button>,
        ]}
      >
        <p>
          {unsaved > 0
            ? `Có ${unsaved} bản nháp chưa lên máy chủ. Đăng xuất bây giờ thì phần chưa lưu ấy mất.`
            : 'Bản nháp trên máy này được xóa để người dùng chung máy không thấy. Bản trên máy chủ vẫn giữ.'}
        </p>
      </Dialog>
    </>
  );
}
