/** What the doctor asks Zalo and our own database: tokens, the page, the mini app, where we call from, and what time it is. */

import { sayMoment } from '#domain/calendar.ts';
import type { Context } from '../context.ts';
import { ZaloError } from '../zalo/error.ts';
import { type Finding, open, right, wrong } from './doctor-finding.ts';
import { lastHeard } from './inbox.ts';

const reconnect = 'Mở Bàn làm việc → Kết nối Zalo bằng tài khoản quản trị, bấm Kết nối.';
/** A page to which nobody wrote for so long may have lost its webhooks. */
const quietDays = 7;
const patience = 5_000;
const clockMayDiffer = 60_000;

export async function examineZalo(ctx: Context): Promise<Finding[]> {
  const token = await tokenPair(ctx);
  return Promise.all([
    token,
    token.mark === '✗' ? open('Trang (getoa)', 'chờ cặp khóa ở dòng trên.') : page(ctx),
    lastWebhook(ctx),
    egress(ctx),
    miniAppKey(ctx),
    clock(ctx),
  ]);
}

async function tokenPair(ctx: Context): Promise<Finding> {
  const what = 'Cặp khóa của OA';
  if (!ctx.config.given.ENCRYPTION_KEY || !ctx.config.given.ZALO_OA_ID)
    return wrong(what, 'cần ENCRYPTION_KEY và ZALO_OA_ID trước.');
  const { state, expiresAt } = await ctx.oaTokens.status();
  if (state === 'not_connected') return wrong(what, `chưa có. ${reconnect}`);
  if (state === 'reconnect_required') return wrong(what, `Zalo không nhận khóa làm mới nữa. ${reconnect}`);
  return right(what, `còn dùng tới ${expiresAt ? sayMoment(expiresAt) : 'lần gọi sau'}, tự làm mới.`);
}

async function page(ctx: Context): Promise<Finding> {
  const what = 'Trang (getoa)';
  try {
    const { oaId, name, isVerified, packageName } = await ctx.zalo.officialAccount.getOa();
    if (oaId !== ctx.config.given.ZALO_OA_ID)
      return wrong(
        what,
        `khóa này của trang “${name}”, mã ${oaId}. Sửa ZALO_OA_ID, hoặc kết nối đúng trang.`,
      );
    if (!isVerified) return wrong(what, `“${name}” chưa xác thực. Xác thực trang ở oa.zalo.me.`);
    return right(what, `“${name}”, đã xác thực${packageName ? `, gói ${packageName}` : ''}.`);
  } catch (error) {
    return wrong(what, sayError(error));
  }
}

async function lastWebhook(ctx: Context): Promise<Finding> {
  const what = 'Webhook gần nhất';
  const heard = await lastHeard(ctx);
  if (!heard) return open(what, 'chưa có. Nhắn thử cho trang một tin, rồi xem lại dòng này.');
  const quiet = ctx.now.getTime() - heard.getTime() > quietDays * 86_400_000;
  if (quiet)
    return open(
      what,
      `${sayMoment(heard)}. Đã lâu: nhắn thử một tin, và xem Zalo có ngừng webhook của ứng dụng không.`,
    );
  return right(what, sayMoment(heard));
}

/** Zalo tells who a person is to servers in Vietnam only; without a person's token only a plain "no" to our address can be seen. */
async function egress(ctx: Context): Promise<Finding> {
  const what = 'Gọi Zalo từ Việt Nam';
  const answer = await ctx.zalo.graph.me('nobody').then(
    () => null,
    (error: unknown) => error,
  );
  if (!(answer instanceof ZaloError) || answer.kind !== 'refused') return wrong(what, sayError(answer));
  if (answer.code === -501)
    return wrong(what, `${answer.sentence} Chuyển máy chủ, hoặc cho ra mạng bằng địa chỉ ở Việt Nam.`);
  if (ctx.config.sandbox) return right(what, 'Zalo diễn tập nhận.');
  const named = await ctx.db.person.count({ where: { demo: false, erasedAt: null, name: { not: '' } } });
  if (named > 0) return right(what, 'Zalo đã cho biết tên người đăng nhập.');
  return open(what, 'Zalo không chê địa chỉ này. Chắc chắn khi một người đăng nhập thử và thấy tên mình.');
}

/** A notification to nobody: Zalo looks at the key, the address and the mini app before it looks at the person. */
async function miniAppKey(ctx: Context): Promise<Finding> {
  const what = 'Khóa và danh sách IP của Mini App';
  const answer = await ctx.zalo.notifications
    .send('0', { templateId: '0', title: '', heading: '', text: '', button: { title: '', url: '' } })
    .then(
      () => null,
      (error: unknown) => error,
    );
  if (!(answer instanceof ZaloError) || answer.kind !== 'refused') return wrong(what, sayError(answer));
  if (answer.class !== 'C') return right(what, 'Zalo nhận khóa và địa chỉ máy chủ.');
  return wrong(
    what,
    `${answer.sentence} Sửa ở trang Open APIs của Mini App (khóa, IP, quyền apps.send.notification).`,
  );
}

async function clock(ctx: Context): Promise<Finding> {
  const what = 'Đồng hồ';
  const signal = AbortSignal.timeout(patience);
  const date = await fetch(ctx.config.zalo.graph, { method: 'HEAD', redirect: 'manual', signal }).then(
    ({ headers }) => headers.get('date'),
    () => null,
  );
  if (!date) return open(what, 'không hỏi được giờ của Zalo.');
  const seconds = Math.round((Date.now() - Date.parse(date)) / 1_000);
  if (Math.abs(seconds) * 1_000 > clockMayDiffer)
    return wrong(what, `lệch ${seconds} giây so với Zalo. Bật đồng bộ giờ: timedatectl set-ntp true.`);
  return right(what, `khớp với Zalo (lệch ${seconds} giây).`);
}

function sayError(error: unknown): string {
  if (error instanceof ZaloError)
    return error.kind === 'refused'
      ? `${error.sentence} (mã ${error.code ?? 'không có'})`
      : 'không nối được tới Zalo. Xem mạng ra ngoài và tường lửa.';
  return `Zalo trả lời lạ (${error instanceof Error ? error.message : 'không rõ'}).`;
}
