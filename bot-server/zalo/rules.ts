/** Zalo's rules as dated data, each with where it was read and how sure that is; a setting can override any. */

export interface ZaloRules {
  /** A consultation message reaches whoever interacted within so many hours. */
  eligibleHours: number;
  /** Within so many hours of the last interaction it costs nothing; after that it is charged. */
  freeHours: number;
  /** List price of a charged consultation message. */
  consultationPriceDong: number;
  /** May one-to-one transaction and promotion messages of the old kind still be sent? */
  transactionMessages: boolean;
  promotionMessages: boolean;
  /** Hours of the day in Asia/Ho_Chi_Minh between which a broadcast may leave: from, and before. */
  broadcastFromHour: number;
  broadcastBeforeHour: number;
  /** How many broadcasts a follower receives at most; more are skipped silently. */
  broadcastsPerFollowerDay: number;
  broadcastsPerFollowerMonth: number;
  articlesPerBroadcast: number;
  /** Length of a message's text at Zalo, and the length we keep to, because its way of counting is not told. */
  textLimit: number;
  ourTextLimit: number;
  buttons: number;
  buttonTitle: number;
  buttonPayload: number;
  articleTitle: number;
  articleAuthor: number;
  articleDescription: number;
  /** Calls of the page's API for the whole app. */
  callsPerMinute: number;
  uploadsPerMonth: number;
  uploadLivesDays: number;
  imageBytes: number;
  fileBytes: number;
}

/** How sure a rule is: read by two or more people on Zalo's pages, by one, or inferred from conflicting words. */
export type Certainty = 'confirmed' | 'single' | 'unsure';

export interface ZaloRule<Name extends keyof ZaloRules = keyof ZaloRules> {
  name: Name;
  value: ZaloRules[Name];
  /** First day it holds, as YYYY-MM-DD; absent when it held before we began to read. */
  since?: string;
  source: string;
  certainty: Certainty;
  /** For the secretariat. */
  sentence: string;
}

const MESSAGES = 'OA/tin-nhan/tong-quan';
const CONSULTATION = 'OA/tin-nhan/tin-tu-van/dieu-kien-gui-tin-tu-van';
const BROADCAST = 'OA/tin-nhan/tin-truyen-thong/dieu-kien-gui-tin-truyen-thong';
const BUTTONS = 'OA/phu-luc/cau-truc-cua-tham-so-buttons';
const RATE = 'OA/phu-luc/gioi-han-toc-do-api';
const ARTICLE = 'OA/bai-viet/tao-bai-viet';
const UPLOAD = 'OA/tin-nhan/tai-len';

type AnyRule = { [Name in keyof ZaloRules]: ZaloRule<Name> }[keyof ZaloRules];

/** Read on 2026-11-22. Later rules stand below earlier ones of the same name. */
export const zaloRuleBook: readonly AnyRule[] = [
  {
    name: 'eligibleHours',
    value: 7 * 24,
    source: CONSULTATION,
    certainty: 'confirmed',
    sentence: 'Tin tư vấn gửi được cho người đã nhắn hoặc bấm vào trang trong 7 ngày qua.',
  },
  {
    name: 'freeHours',
    value: 48,
    since: '2026-01-01',
    source: CONSULTATION,
    certainty: 'confirmed',
    sentence: 'Trong 48 giờ từ lần tương tác cuối, tin tư vấn không mất tiền và không giới hạn số lượng.',
  },
  {
    name: 'consultationPriceDong',
    value: 55,
    source: CONSULTATION,
    certainty: 'confirmed',
    sentence: 'Từ 48 giờ tới 7 ngày, mỗi tin tư vấn giá 55 đồng, trừ vào hạn mức của gói trước.',
  },
  {
    name: 'transactionMessages',
    value: true,
    source: MESSAGES,
    certainty: 'confirmed',
    sentence: 'Gửi được tin giao dịch kiểu cũ.',
  },
  {
    name: 'transactionMessages',
    value: false,
    since: '2026-03-01',
    source: MESSAGES,
    certainty: 'single',
    sentence: 'Từ 01/03/2026 Zalo ngừng tin giao dịch kiểu cũ; thay bằng mẫu tin ZBS.',
  },
  {
    name: 'promotionMessages',
    value: true,
    source: MESSAGES,
    certainty: 'confirmed',
    sentence: 'Gửi được tin truyền thông tới từng người.',
  },
  {
    name: 'promotionMessages',
    value: false,
    since: '2026-03-01',
    source: MESSAGES,
    certainty: 'single',
    sentence: 'Từ 01/03/2026 Zalo ngừng tin truyền thông tới từng người; thay bằng bài viết và mẫu tin ZBS.',
  },
  {
    name: 'broadcastFromHour',
    value: 6,
    source: BROADCAST,
    certainty: 'unsure',
    sentence: 'Bài viết gửi tới người quan tâm từ 06:00 (giờ Việt Nam; Zalo không nói rõ múi giờ).',
  },
  {
    name: 'broadcastBeforeHour',
    value: 22,
    source: BROADCAST,
    certainty: 'unsure',
    sentence: 'Bài viết gửi tới người quan tâm trước 22:00 (giờ Việt Nam; Zalo không nói rõ múi giờ).',
  },
  {
    name: 'broadcastsPerFollowerDay',
    value: 1,
    source: BROADCAST,
    certainty: 'single',
    sentence: 'Mỗi người nhận nhiều nhất 1 bài gửi chung trong ngày.',
  },
  {
    name: 'broadcastsPerFollowerMonth',
    value: 4,
    source: BROADCAST,
    certainty: 'unsure',
    sentence: 'Mỗi người nhận nhiều nhất 4 bài gửi chung trong tháng, tùy gói dịch vụ của trang.',
  },
  {
    name: 'articlesPerBroadcast',
    value: 5,
    source: BROADCAST,
    certainty: 'single',
    sentence: 'Một lần gửi chung có nhiều nhất 5 bài viết.',
  },
  {
    name: 'textLimit',
    value: 2000,
    source: CONSULTATION,
    certainty: 'confirmed',
    sentence: 'Một tin dài nhiều nhất 2000 ký tự.',
  },
  {
    name: 'ourTextLimit',
    value: 1900,
    source: CONSULTATION,
    certainty: 'unsure',
    sentence: 'Phần mềm giữ mỗi tin trong 1900 ký tự, vì Zalo không nói rõ cách đếm.',
  },
  {
    name: 'buttons',
    value: 5,
    source: BUTTONS,
    certainty: 'single',
    sentence: 'Một tin có nhiều nhất 5 nút.',
  },
  {
    name: 'buttonTitle',
    value: 100,
    source: BUTTONS,
    certainty: 'confirmed',
    sentence: 'Chữ trên nút dài nhiều nhất 100 ký tự.',
  },
  {
    name: 'buttonPayload',
    value: 1000,
    source: BUTTONS,
    certainty: 'confirmed',
    sentence: 'Nội dung của nút dài nhiều nhất 1000 ký tự.',
  },
  {
    name: 'articleTitle',
    value: 150,
    source: ARTICLE,
    certainty: 'confirmed',
    sentence: 'Tên bài viết dài nhiều nhất 150 ký tự.',
  },
  {
    name: 'articleAuthor',
    value: 50,
    source: ARTICLE,
    certainty: 'confirmed',
    sentence: 'Tên người viết dài nhiều nhất 50 ký tự.',
  },
  {
    name: 'articleDescription',
    value: 300,
    source: ARTICLE,
    certainty: 'confirmed',
    sentence: 'Tóm tắt bài viết dài nhiều nhất 300 ký tự.',
  },
  {
    name: 'callsPerMinute',
    value: 4000,
    source: RATE,
    certainty: 'confirmed',
    sentence: 'Zalo nhận nhiều nhất 4000 lượt gọi mỗi phút từ phần mềm này.',
  },
  {
    name: 'uploadsPerMonth',
    value: 5000,
    source: UPLOAD,
    certainty: 'confirmed',
    sentence: 'Mỗi tháng tải lên nhiều nhất 5000 ảnh và tệp.',
  },
  {
    name: 'uploadLivesDays',
    value: 7,
    source: UPLOAD,
    certainty: 'confirmed',
    sentence: 'Ảnh và tệp đã tải lên dùng được trong 7 ngày.',
  },
  {
    name: 'imageBytes',
    value: 1024 * 1024,
    source: UPLOAD,
    certainty: 'confirmed',
    sentence: 'Ảnh nặng nhiều nhất 1 MB.',
  },
  {
    name: 'fileBytes',
    value: 5 * 1024 * 1024,
    source: UPLOAD,
    certainty: 'confirmed',
    sentence: 'Tệp nặng nhiều nhất 5 MB.',
  },
];

/** The rules in force on a day (YYYY-MM-DD), the newest of each name, with this installation's own values on top. */
export function zaloRulesOn(day: string, overrides: Partial<ZaloRules> = {}): ZaloRules {
  const inForce = zaloRuleBook.filter((rule) => rule.since === undefined || rule.since <= day);
  const values = Object.fromEntries(inForce.map((rule) => [rule.name, rule.value]));
  return { ...values, ...overrides } as ZaloRules;
}
