/** What the doctor sees from outside: our own address as Zalo and people reach it. */

import type { Config } from '../config.ts';
import { miniAppOrigins } from '../zalo/origins.ts';
import { type Finding, open, right, wrong } from './doctor-finding.ts';
import { connectCallback, loginCallback } from './zalo-consent.ts';

const patience = 5_000;
/** Zalo gives up on a webhook after two seconds. */
const zaloWaits = 2_000;

interface Seen {
  status: number;
  headers: Headers;
  text: string;
  ms: number;
}

async function ask(url: string, init: RequestInit = {}): Promise<Seen | { failure: string }> {
  const from = performance.now();
  try {
    const signal = AbortSignal.timeout(patience);
    const answer = await fetch(url, { redirect: 'manual', signal, ...init });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, ms: performance.now() - from };
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
    return { failure: cause?.code ?? cause?.message ?? message };
  }
}

export async function examineAddress(config: Config): Promise<Finding[]> {
  const { publicUrl } = config;
  const [health, verification, ...doors] = await Promise.all([
    ask(`${publicUrl}/healthz`),
    verificationFile(config),
    webhook(config, 'Webhook của OA', '/webhook/zalo/oa', 'event_name'),
    webhook(config, 'Webhook của Mini App', '/webhook/zalo/mini-app', 'event'),
    ...miniAppOrigins.map((origin) => cors(publicUrl, origin)),
  ]);
  return [
    address(config),
    reachable(publicUrl, health),
    ...('status' in health && health.status === 200 ? [seenAs(publicUrl, health)] : []),
    verification,
    ...callbacks(config),
    ...doors,
  ];
}

function address({ publicUrl, sandbox }: Config): Finding {
  const url = new URL(publicUrl);
  if (sandbox) return right('PUBLIC_URL', `${publicUrl} (diễn tập thì không cần https).`);
  if (url.protocol !== 'https:')
    return wrong('PUBLIC_URL', `${publicUrl} không phải https. Đặt PUBLIC_URL=https://<tên miền>.`);
  if (url.port !== '')
    return wrong(
      'PUBLIC_URL',
      'Zalo chỉ nhận tên miền, không nhận số cổng. Đặt Caddy hoặc nginx ở cổng 443.',
    );
  return right('PUBLIC_URL', publicUrl);
}

function reachable(publicUrl: string, health: Seen | { failure: string }): Finding {
  const what = 'Mở được từ ngoài';
  if ('failure' in health)
    return wrong(
      what,
      `không mở được ${publicUrl}/healthz (${health.failure}). Xem phần mềm đã chạy chưa, rồi tên miền, chứng chỉ, Caddy hoặc nginx.`,
    );
  if (health.status !== 200)
    return wrong(
      what,
      `${publicUrl}/healthz trả lời ${health.status}. Xem Caddy hoặc nginx trỏ đúng cổng chưa.`,
    );
  return right(what, `${publicUrl}/healthz trả lời sau ${Math.round(health.ms)} ms.`);
}

function seenAs(publicUrl: string, { headers }: Seen): Finding {
  const what = 'Thấy đúng https sau proxy';
  const wanted = new URL(publicUrl).protocol.replace(':', '');
  const seen = headers.get('x-seen-as');
  if (seen === null) return open(what, 'trả lời không phải của bản này. Cập nhật và khởi động lại máy chủ.');
  if (seen !== wanted)
    return wrong(
      what,
      `máy chủ tưởng người dùng vào bằng ${seen}. Đặt TRUST_PROXY=1 và để proxy gửi X-Forwarded-Proto.`,
    );
  return right(what, `${seen}.`);
}

async function verificationFile({ publicUrl, siteVerification, sandbox }: Config): Promise<Finding> {
  const what = 'Tệp xác thực tên miền';
  if (!siteVerification && sandbox) return right(what, 'diễn tập thì không cần.');
  if (!siteVerification)
    return open(
      what,
      'chưa đặt ZALO_SITE_VERIFICATION. Lấy mã ở developers.zalo.me, mục Xác thực domain (phần giữa zalo_verifier và .html).',
    );
  const url = `${publicUrl}/zalo_verifier${siteVerification}.html`;
  const seen = await ask(url);
  if ('failure' in seen || seen.status !== 200 || !seen.text.includes(siteVerification))
    return wrong(what, `không đọc được ${url}. Xem Caddy hoặc nginx có chuyển mọi đường dẫn không.`);
  return right(what, url);
}

/** Zalo's console cannot be read: what it must hold is printed, to be compared letter by letter. */
function callbacks({ publicUrl, sandbox }: Config): Finding[] {
  const fields: [field: string, path: string][] = [
    ['Official Account Callback Url', connectCallback],
    ['Callback Url của Đăng nhập (Social API)', loginCallback],
    ['Webhook URL của ứng dụng', '/webhook/zalo/oa'],
    ['Webhook URL của Mini App (trang Open APIs)', '/webhook/zalo/mini-app'],
  ];
  return fields.map(([field, path]) =>
    sandbox
      ? right(field, `${publicUrl}${path}`)
      : open(field, `${publicUrl}${path} (phải đúng từng chữ như trong bảng điều khiển của Zalo).`),
  );
}

/** A probe must be answered 200 and an unsigned event refused: then it is our own door that answers, and it checks. */
async function webhook({ publicUrl }: Config, what: string, path: string, event: string): Promise<Finding> {
  const url = `${publicUrl}${path}`;
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ [event]: 'doctor' });
  const [probe, forged] = await Promise.all([ask(url), ask(url, { method: 'POST', headers, body })]);
  if ('failure' in probe || probe.status !== 200)
    return wrong(
      what,
      `${url} trả lời ${'failure' in probe ? probe.failure : probe.status}, Zalo cần 200. Xem proxy có chặn không.`,
    );
  if ('failure' in forged || forged.status !== 401)
    return wrong(
      what,
      `${url} nhận một sự kiện không có chữ ký (${'failure' in forged ? forged.failure : forged.status}). Địa chỉ này chưa dẫn tới phần mềm.`,
    );
  if (probe.ms > zaloWaits)
    return wrong(
      what,
      `trả lời sau ${Math.round(probe.ms)} ms, Zalo chỉ chờ 2 giây. Xem máy chủ và đường truyền.`,
    );
  return right(what, 'trả lời kịp và từ chối chữ ký sai.');
}

async function cors(publicUrl: string, origin: string): Promise<Finding> {
  const what = `Mini App gọi được từ ${origin}`;
  const headers = { Origin: origin, 'Access-Control-Request-Method': 'GET' };
  const seen = await ask(`${publicUrl}/api/home`, { method: 'OPTIONS', headers });
  if ('failure' in seen) return wrong(what, `không hỏi được (${seen.failure}).`);
  if (seen.headers.get('access-control-allow-origin') !== origin)
    return wrong(what, 'không được phép. Bỏ các dòng CORS trong Caddy hoặc nginx: phần mềm tự trả lời.');
  return right(what, 'được.');
}
