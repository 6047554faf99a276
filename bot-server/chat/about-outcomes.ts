/** Answers about what came of it: results by round, and rewards. Nothing that is not released is ever counted. */

import type { Campaign, Round } from '#contract/campaign.ts';
import { levels } from '#contract/common.ts';
import type { Context } from '../context.ts';
import { campaign } from '../services/campaigns.ts';
import { roundsMeant } from './about-campaign.ts';
import { ask, open } from './replies.ts';
import type { Answer } from './said.ts';

export const aboutResults: Answer = async (ctx, { understood }) => {
  const { entities, plain } = understood;
  const years = await yearsMeant(ctx, entities.year);
  if (years.length === 0)
    return {
      text: `Trang chưa có kết quả của năm ${entities.year}.`,
      buttons: [ask('Kết quả'), ask('Hạn nộp')],
    };
  const lines: string[] = [];
  for (const one of years) {
    if (entities.level !== 'city')
      lines.push(
        ...(await roundsMeant(ctx, one.rounds, entities)).map((round) => sayResult(round, one.year)),
      );
    const narrow =
      entities.round !== undefined || entities.block !== undefined || entities.unit !== undefined;
    if (one.city && !narrow)
      lines.push(
        `Năm ${one.year}, cấp Thành phố: ${one.city.recognised} sáng kiến (${lower(one.city.what)}).`,
      );
    if (one.source && lines.length > 0 && one.rounds.some((round) => round.reported))
      lines.push(`Nguồn: ${one.source}.`);
  }
  return {
    text: lines.slice(0, 12).join('\n') || 'Chưa có kết quả nào được công bố cho câu hỏi này.',
    buttons: [
      open(ctx, 'Xem phong trào', '/campaign'),
      ask('Kết quả hồ sơ của tôi'),
      ask('Sáng kiến tiêu biểu'),
      ask(/thuong/.test(plain) ? 'Hạn nộp' : 'Khen thưởng'),
    ],
  };
};

function sayResult(round: Round, year: number): string {
  const name = `${round.name} năm ${year}`;
  if (round.phase !== 'published') return `${name}: kết quả chưa công bố.`;
  const { reported, counted } = round;
  if (reported)
    return `${name}: ${reported.submitted} hồ sơ, ${reported.recognised} sáng kiến được công nhận, ${reported.notRecognised} chưa được công nhận.`;
  if (counted) return `${name}: ${counted.submitted} hồ sơ, ${counted.recognised} sáng kiến được công nhận.`;
  return `${name}: không có hồ sơ trên hệ thống.`;
}

export const aboutRewards: Answer = async (ctx, { understood }) => {
  const { entities } = understood;
  const profile = await ctx.profile();
  const wanted = levels.find((level) => level === entities.level);
  const years = (await yearsMeant(ctx, entities.year)).filter((one) => one.rewards.length > 0);
  const newest = years[0];
  const lines: string[] = [];
  if (newest) {
    const rewards = newest.rewards.filter((reward) => !wanted || reward.level === profile.levels[wanted]);
    lines.push(`Khen thưởng năm ${newest.year}:`);
    for (const { form, level, who, count, amountEachVnd, decision } of rewards) {
      const money = amountEachVnd ? `, mỗi ${who} ${amountEachVnd.toLocaleString('de-DE')} đồng` : '';
      lines.push(`• ${form} (${level}): ${count} ${who}${money}${decision ? `, theo ${decision}` : ''}.`);
    }
    lines.push('Mức của năm khác theo quyết định của năm đó.');
  } else lines.push('Mức khen thưởng chưa được công bố ở đây. Cơ quan Thường trực trả lời được câu này.');
  if (entities.term === 'base_emulation_fighter')
    lines.unshift(
      'Sáng kiến được công nhận là một căn cứ khi xét Chiến sĩ thi đua; Hội đồng Thi đua - Khen thưởng quyết định.',
    );
  return {
    text: lines.join('\n'),
    buttons: [
      open(ctx, 'Xem phong trào', '/campaign'),
      ask('Văn bản về khen thưởng'),
      ask('Kết quả'),
      ask('Gặp cán bộ'),
    ],
  };
};

/** The year asked for, or every year that is known, the newest first. */
async function yearsMeant(ctx: Context, year: number | undefined): Promise<Campaign[]> {
  const rows = await ctx.db.campaign.findMany({
    where: year === undefined ? {} : { year },
    orderBy: { year: 'desc' },
    select: { id: true },
    take: 3,
  });
  return Promise.all(rows.map(({ id }) => campaign(ctx, { id })));
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
