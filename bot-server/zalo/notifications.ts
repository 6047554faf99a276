/** Notifications of the mini app itself, delivered by Zalo's own page to people who allowed them. */
import { refused, refusedAs, unknownOutcome } from './error.ts';
import type { Wire } from './http.ts';
import { isRecord } from './json.ts';

export interface MiniAppKey {
  miniAppId: string;
  apiKey: string;
}

export interface Notification {
  templateId: string;
  title: string;
  heading: string;
  text: string;
  button: { title: string; url: string };
}

export interface Notifications {
  /** To a person by the id the mini app sees. */
  send(appUserId: string, notification: Notification): Promise<void>;
}

const PATH = '/notification/template';
const CALL = `POST ${PATH}`;

export function createNotifications(options: { wire: Wire; base: string; key?: MiniAppKey }): Notifications {
  const { wire, base, key } = options;
  return {
    async send(appUserId, { templateId, title, heading, text, button }) {
      if (!key) {
        const sentence = 'Chưa có khóa của mini app, nên chưa gửi được thông báo.';
        throw refusedAs(CALL, { class: 'C', sentence }, 'no key of the mini app');
      }
      const { body } = await wire.ask({
        method: 'POST',
        base,
        path: PATH,
        headers: {
          'X-Api-Key': `Bearer ${key.apiKey}`,
          'X-User-Id': appUserId,
          'X-MiniApp-Id': key.miniAppId,
        },
        json: {
          templateId,
          templateData: {
            title,
            contentTitle: heading,
            contentDescription: text,
            buttonText: button.title,
            buttonUrl: button.url,
          },
        },
      });
      const code = isRecord(body) ? Number(body.err) : Number.NaN;
      if (!Number.isInteger(code)) throw unknownOutcome(CALL, 'the answer has no readable error code');
      if (code !== 0) throw refused(CALL, 'mini_app', code, isRecord(body) ? String(body.msg ?? '') : '');
    },
  };
}
