/** Answers about the campaign, its rounds and how to take part. Every date, name and figure comes from the database. */

import type { Round } from '#contract/campaign.ts';
import { sayDeadline, sayLeft, sayMoment } from '#domain/calendar.ts';
import { fold } from '#domain/text.ts';
import type { Context } from '../context.ts';
import { campaign, home } from '../services/campaigns.ts';
import type { Entities } from './entities.ts';
import { ask, open, type Replies } from './replies.ts';
import type { Answer } from './said.ts';

/** Điều 3, Điều lệ Sáng kiến. */
const whatAnInitiativeIs =
  'Sáng kiến là giải pháp kỹ thuật, quản lý, tác nghiệp hoặc ứng dụng tiến bộ kỹ thuật, mới trong đơn vị, đã áp dụng hoặc áp dụng thử và mang lại lợi ích (Điều 3, Nghị định 13/2012/NĐ-CP). Ý tưởng chưa làm thử thì chưa phải là sáng kiến.';

export const aboutCampaign: Answer = async (ctx, { understood }) => {
  const { organisation, rounds } = await home(ctx, {});
  const year = await campaign(ctx, { id: 'current' });
  const { plain } = understood;
  const buttons = [
    open(ctx, 'Xem phong trào', '/campaign'),
    ask('Hạn nộp'),
    ask('Cách nộp sáng kiến'),
    ask('Sáng kiến tiêu biểu'),
  ];
  if (/(?:ban|bot|trang|page|ad)(?: nay)?(?: co the)? (?:lam|giup|ho tro|de lam)|su ?dung/.test(plain))
    return {
      text: `Trang ${organisation.pageName} trả lời về phong trào sáng kiến: hạn nộp, cách nộp, tình trạng hồ sơ của anh/chị, sáng kiến tiêu biểu, văn bản, kết quả và khen thưởng. Anh/chị cứ gõ câu hỏi, không dấu cũng được.`,
      buttons: [
        ask('Hạn nộp'),
        ask('Cách nộp sáng kiến'),
        ask('Hồ sơ của tôi'),
        ask('Sáng kiến tiêu biểu'),
        ask('Gặp cán bộ'),
      ],
    };
  if (
    /(?:la gi|the nao|dieu kien|tieu chu|tieu chi|co phai|y tuong|coi la|khac gi)/.test(plain) &&
    /sang kien|tieu c/.test(plain) &&
    !/phong trao/.test(plain)
  )
    return { text: whatAnInitiativeIs, buttons };
  if (/hoi dong|ai xet|xet sang kien|ai cham|to chuc/.test(plain) && year.council)
    return {
      text: `${year.council.name} xét sáng kiến. Cơ quan Thường trực: ${year.council.standingAgency}.${year.council.establishedBy ? ` Thành lập theo ${year.council.establishedBy}.` : ''}`,
      buttons,
    };
  const period =
    year.period && year.period.from !== year.period.to
      ? ` Giai đoạn ${year.period.from}–${year.period.to}.`
      : '';
  const blocks = organisation.blocks.map((block) => block.nameShort).join('; ');
  const now = rounds.filter((round) => round.phase === 'open').length;
  return {
    text: [
      `${year.localName}, năm ${year.year}, thuộc phong trào “${year.name}”.${period}`,
      `Người tham gia: cá nhân, nhóm cá nhân ở các đơn vị thuộc ${blocks}.`,
      `Cơ quan Thường trực: ${organisation.standingAgency}, ${organisation.name}.`,
      now > 0 ? `Hiện có ${now} đợt đang nhận hồ sơ.` : 'Hiện không có đợt nào đang nhận hồ sơ.',
    ].join('\n'),
    buttons,
  };
};

export const aboutRounds: Answer = async (ctx, { understood }) => {
  const { campaign: current, rounds } = await home(ctx, {});
  const { entities } = understood;
  if (entities.year !== undefined && entities.year !== current.year) return roundsOfYear(ctx, entities.year);
  const meant = await roundsMeant(ctx, rounds, entities);
  const running = meant.filter((round) => round.phase === 'open' || round.phase === 'planned');
  const named = entities.round !== undefined;
  const told = named || running.length === 0 ? meant.slice(0, 3) : running.slice(0, 4);
  const blocks = await blockNames(ctx);
  const openNow = told.some((round) => round.phase === 'open');
  const lines = told.map((round) => sayRound(round, blocks, ctx.now));
  if (meant.length === 0) lines.push(named ? 'Năm nay không có đợt này.' : 'Hiện chưa có đợt nào được mở.');
  else if (running.length === 0 && !named) lines.unshift('Hiện không có đợt nào đang nhận hồ sơ.');
  return {
    text: lines.join('\n'),
    buttons: [
      open(ctx, told.length === 1 ? `Xem ${told[0]!.name}` : 'Xem các đợt', '/campaign'),
      ...(openNow ? [open(ctx, 'Viết sáng kiến', '/write')] : []),
      ask('Hồ sơ cần những gì'),
      ask('Hồ sơ của tôi'),
    ],
  };
};

async function roundsOfYear(ctx: Context, year: number): Promise<Replies> {
  const found = await ctx.db.campaign.findFirst({ where: { year }, include: { rounds: true } });
  return {
    text: found
      ? `Năm ${year} có ${found.rounds.length} đợt: ${found.rounds.map(({ name, scope }) => `${name} (${scope})`).join('; ')}. Các đợt này đã xong.`
      : `Trang chưa có dữ liệu về năm ${year}.`,
    buttons: [
      ...(found ? [ask(`Kết quả năm ${year}`)] : []),
      ask('Hạn nộp năm nay', 'Hạn nộp'),
      open(ctx, 'Xem phong trào', '/campaign'),
    ],
  };
}

/** The rounds that a question means: by their number, by block, by the block of a unit. */
export async function roundsMeant(ctx: Context, rounds: Round[], entities: Entities): Promise<Round[]> {
  const block =
    entities.block ??
    (entities.unit &&
      (await ctx.db.unit.findUnique({ where: { id: entities.unit }, select: { block: true } }))?.block);
  return rounds
    .filter(
      (round) => entities.round === undefined || new RegExp(`\\b${entities.round}\\b`).test(fold(round.name)),
    )
    .filter((round) => !block || round.blocks.includes(block));
}

async function blockNames(ctx: Context): Promise<Map<string, string>> {
  const { blocks } = await ctx.profile();
  return new Map(blocks.map((block) => [block.id, block.nameShort]));
}

function sayRound(round: Round, blocks: Map<string, string>, now: Date): string {
  const whose =
    round.blocks.length === blocks.size
      ? ''
      : ` (${round.blocks.map((id) => blocks.get(id) ?? id).join(', ')})`;
  const name = `${round.name}${whose}`;
  const closes = round.closesAt ? new Date(round.closesAt) : null;
  const until = closes ? sayDeadline(closes) : '';
  switch (round.phase) {
    case 'open':
      return closes && closes > now
        ? `${name}: đang nhận hồ sơ, hạn nộp ${until}, còn ${sayLeft(now, closes)}.`
        : `${name}: hạn nộp ${until} vừa hết, còn nhận thêm ${round.graceMinutes} phút kể từ lúc đó.`;
    case 'planned':
      return `${name}: mở lúc ${sayMoment(new Date(round.opensAt!))}, hạn nộp ${until}.`;
    case 'closed':
      return `${name}: đã hết hạn nhận từ ${until}.`;
    case 'published':
      return `${name}: đã công bố kết quả.`;
  }
}

/** Questions about a part of handing in, by the words in them; the first that fits answers. */
const details: { asks: RegExp; text: string }[] = [
  {
    asks: /minh chung|chung minh|dinh kem|\bfile\b/,
    text: 'Minh chứng là số liệu, nhận xét, hình ảnh cho thấy sáng kiến đã được áp dụng và có kết quả. Trong hồ sơ, anh/chị ghi kết quả đo được trước và sau khi áp dụng, kèm nguồn số liệu. Khi cần thêm tài liệu, cơ quan Thường trực gửi yêu cầu bổ sung có hạn rõ ràng.',
  },
  {
    asks: /diem moi|tinh moi/,
    text: 'Phần điểm mới trả lời một câu: cách làm này khác cách cũ ở chỗ nào. Viết ngắn hai ý “Trước đây…” và “Nay…”. Chỉ nêu tên công cụ như Zalo hay AI thì chưa phải là điểm mới.',
  },
  {
    asks: /\b(?:rut|huy)\b/,
    text: 'Để rút, mở hồ sơ trong mini app rồi bấm “Rút hồ sơ”. Hồ sơ đã có kết quả thì không rút được nữa.',
  },
  {
    asks: /\b(?:sua|chinh sua|thay doi)\b/,
    text: 'Hồ sơ đã nộp sửa được khi đơn vị trả lại. Khi có yêu cầu bổ sung, anh/chị chỉ bổ sung những mục được hỏi. Bản nháp thì sửa lúc nào cũng được.',
  },
  {
    asks: /tac gia|ty le|nop chung/,
    text: 'Một hồ sơ ghi từ 1 đến 10 tác giả. Anh/chị ghi họ tên, chức vụ, nơi làm việc và tỷ lệ đóng góp của từng người; các tỷ lệ cộng lại đúng 100%.',
  },
];

export const howToSubmit: Answer = async (ctx, { understood }) => {
  const { organisation, rounds } = await home(ctx, {});
  const openNow = rounds.find((round) => round.phase === 'open');
  const detail = details.find(({ asks }) => asks.test(understood.plain));
  const check = organisation.unitConfirmation
    ? `Thủ trưởng đơn vị xác nhận, rồi cơ quan Thường trực (${organisation.standingAgency}) kiểm tra.`
    : `Cơ quan Thường trực (${organisation.standingAgency}) kiểm tra hồ sơ.`;
  const deadline = openNow?.closesAt
    ? `${openNow.name} đang nhận hồ sơ đến ${sayDeadline(new Date(openNow.closesAt))}.`
    : 'Hiện chưa có đợt nào nhận hồ sơ, anh/chị viết trước bản nháp được.';
  const text =
    detail?.text ??
    [
      'Anh/chị nộp ngay trên điện thoại: mở mini app, bấm “Viết sáng kiến”, trả lời từng phần rồi bấm “Nộp sáng kiến”.',
      'Cần chuẩn bị: tên sáng kiến, ngày áp dụng lần đầu, cách làm trước đây, điểm mới, các bước thực hiện, kết quả đo được, nơi đã áp dụng, tác giả và tỷ lệ đóng góp.',
      check,
      deadline,
    ].join('\n');
  return {
    text,
    buttons: [
      open(ctx, 'Viết sáng kiến', '/write'),
      ask('Hạn nộp'),
      ...(detail ? [ask('Cách nộp sáng kiến')] : [ask('Minh chứng cần những gì')]),
      ask('Hồ sơ của tôi'),
    ],
  };
};
