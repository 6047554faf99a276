// The knobs on the left: how badly Zalo behaves, in words a person understands.
import { ask, byId, h } from './dom.js';

const percent = (share) => `${Math.round(share * 100)}%`;
const shares = [0, 0.03, 0.1, 0.5, 1].map((share) => [share, percent(share)]);
const CODES = [
  [-230, 'quá 7 ngày'],
  [-213, 'không biết người này'],
  [-200, 'gửi hỏng'],
  [-218, 'hết lượt nhận'],
  [-227, 'tài khoản bị khóa'],
  [-244, 'chặn loại tin'],
];

/** name · choices · how to read the present value · what to send. */
const MAIN = [
  choice(
    'Chậm trả lời',
    [
      [0, '0 ms'],
      [200, '200 ms'],
      [1000, '1 giây'],
      [3000, '3 giây'],
      [10000, '10 giây'],
    ],
    (k) => k.latencyMs,
    (value) => ({ latencyMs: value }),
  ),
  choice(
    'Mất câu trả lời',
    shares,
    (k) => k.answerLost.share,
    (value) => ({ answerLost: { share: value, when: 'after' } }),
  ),
  choice(
    'Từ chối −230',
    shares,
    (k) => k.refusals.find((one) => one.code === -230 && !one.user)?.share ?? 0,
    (value, k) => ({ refusals: withRefusal(k, -230, value) }),
  ),
  choice(
    'Quá nhịp −32',
    [
      [4000, 'tắt'],
      [100, '100/phút'],
      [10, '10/phút'],
      [0, 'mọi lời gọi'],
    ],
    (k) => k.rateLimitPerMinute,
    (value) => ({ rateLimitPerMinute: value }),
  ),
  toggle(
    'Thu hồi quyền',
    (k) => k.grantRevoked,
    (on) => ({ grantRevoked: on }),
  ),
  toggle(
    'Gửi webhook 2 lần',
    (k) => k.duplicate === 1,
    (on) => ({ duplicate: on ? 1 : 0 }),
  ),
];
const MORE = [
  choice(
    'Treo, không trả lời',
    shares,
    (k) => k.hang.share,
    (value) => ({ hang: value }),
  ),
  choice(
    'Lỗi 502',
    shares,
    (k) => k.http5xx.share,
    (value) => ({ http5xx: value }),
  ),
  choice(
    'Không phải JSON',
    shares,
    (k) => k.notJson.share,
    (value) => ({ notJson: value }),
  ),
  ...CODES.slice(1).map(([code, words]) =>
    choice(
      `Từ chối −${-code} (${words})`,
      shares,
      (k) => k.refusals.find((one) => one.code === code && !one.user)?.share ?? 0,
      (value, k) => ({ refusals: withRefusal(k, code, value) }),
    ),
  ),
  choice(
    'Mất khóa vừa làm mới',
    [
      [0, 'không'],
      [1, 'lần tới'],
      [3, '3 lần tới'],
    ],
    (k) => k.lostRefreshAnswer,
    (value) => ({ lostRefreshAnswer: value }),
  ),
  choice(
    'Duyệt bài chậm',
    [
      [0, 'ngay'],
      [2, '2 lần hỏi'],
      [10, '10 lần hỏi'],
    ],
    (k) => k.articlePolls,
    (value) => ({ articlePolls: value }),
  ),
  choice(
    'Webhook đảo thứ tự',
    shares,
    (k) => k.reorder,
    (value) => ({ reorder: value }),
  ),
  choice(
    'Webhook giả chữ ký',
    shares,
    (k) => k.forged,
    (value) => ({ forged: value }),
  ),
  toggle(
    'Webhook bật',
    (k) => k.webhook,
    (on) => ({ webhook: on }),
  ),
  toggle(
    'Hết tiền Zalo Cloud',
    (k) => k.balanceEmpty,
    (on) => ({ balanceEmpty: on, subQuota: on ? 0 : 500 }),
  ),
  toggle(
    'Máy chủ ở nước ngoài (−501)',
    (k) => k.foreignIp !== '',
    (on) => ({ foreignIp: on ? '203.0.113.7' : '' }),
  ),
];

function withRefusal(knobs, code, share) {
  const others = knobs.refusals.filter((one) => one.code !== code || one.user);
  return share > 0 ? [...others, { code, share }] : others;
}

function choice(label, options, read, write) {
  return (page) => {
    const select = h('select', {
      'aria-label': label,
      onchange: () => page.turn((knobs) => write(Number(select.value), knobs)),
    });
    return {
      row: h('li', {}, h('span', {}, label), select),
      show(knobs) {
        const value = read(knobs);
        const known = options.some(([one]) => one === value) ? options : [...options, [value, String(value)]];
        if (select.options.length !== known.length) {
          select.replaceChildren(...known.map(([one, words]) => h('option', { value: String(one) }, words)));
        }
        if (document.activeElement !== select) select.value = String(value);
        select.classList.toggle('on', value !== options[0][0]);
      },
    };
  };
}

function toggle(label, read, write) {
  return (page) => {
    const button = h('button', {
      type: 'button',
      class: 'sw',
      role: 'switch',
      'aria-label': label,
      'aria-checked': 'false',
      onclick: () => page.turn(() => write(button.getAttribute('aria-checked') !== 'true')),
    });
    return {
      row: h('li', {}, h('span', {}, label), button),
      show: (knobs) => button.setAttribute('aria-checked', String(read(knobs))),
    };
  };
}

export function createKnobs(page) {
  let present;
  const turning = {
    turn: (patch) =>
      page.run(async () => {
        present = await ask('faults', patch(present));
        show(present);
      }),
  };
  const main = MAIN.map((make) => make(turning));
  const more = MORE.map((make) => make(turning));
  byId('knobs').append(...main.map((knob) => knob.row));
  const act = (words, path, method) =>
    h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          class: 'btn sm wide',
          onclick: () => page.run(() => ask(path, method ? undefined : {}, method)),
        },
        words,
      ),
    );
  byId('more-knobs').append(
    ...more.map((knob) => knob.row),
    act('Khóa của trang hết hạn ngay', 'tokens/expire'),
    act('Nhận webhook trở lại', 'webhook/subscribe'),
    act('Mọi núm về bình thường', 'faults', 'DELETE'),
  );

  function show(knobs) {
    present = knobs;
    for (const knob of [...main, ...more]) knob.show(knobs);
  }
  return { show };
}
