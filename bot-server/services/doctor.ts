/** Looks at everything that must be right before the real Zalo works, and says for each what to do next. */

import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { examineAddress } from './doctor-address.ts';
import { type Finding, isWrong, right, wrong } from './doctor-finding.ts';
import { examineZalo } from './doctor-zalo.ts';

const needed = [
  'SESSION_SECRET',
  'ENCRYPTION_KEY',
  'ZALO_APP_ID',
  'ZALO_APP_SECRET',
  'ZALO_OA_ID',
  'ZALO_OA_SECRET_KEY',
  'ZALO_MINI_APP_ID',
  'ZALO_MINI_APP_API_KEY',
] as const;

export async function examine(ctx: Context): Promise<Finding[]> {
  const [ours, theirs] = await Promise.all([examineAddress(ctx.config), examineZalo(ctx)]);
  return [settings(ctx.config), ...ours, ...theirs];
}

function settings({ given, sandbox }: Config): Finding {
  const lacking = needed.filter((name) => !given[name]);
  if (lacking.length > 0) return wrong('Thiết lập', `Đặt ${lacking.join(', ')} (xem .env.example).`);
  return right('Thiết lập', sandbox ? 'đủ; bản diễn tập tự tạo các khóa.' : 'đủ.');
}

/** The lines as they are printed. */
export function sayFindings(config: Config, findings: Finding[]): string[] {
  const count = findings.filter(isWrong).length;
  return [
    config.sandbox
      ? 'Đang diễn tập: Zalo dưới đây là Zalo của máy này, không phải Zalo thật.'
      : 'Zalo thật, theo thiết lập hiện tại.',
    ...findings.map(({ mark, what, say }) => `${mark} ${what}: ${say}`),
    count === 0 ? 'Không có gì phải sửa.' : `Còn ${count} việc phải sửa (các dòng ✗).`,
  ];
}
