/** ZBS template messages: approved forms filled with data, the only way to somebody whose window has closed. */
import { z } from 'zod';
import type { SentMessage } from './official-account.ts';
import type { OpenApi } from './open-api.ts';
import type { Urgency } from './ports.ts';
import { count, idText, instant } from './shapes.ts';

export type TemplateData = Record<string, string | number>;

export interface PhoneMessage {
  /** "84…"; with a leading 0 Zalo refuses it. */
  phone: string;
  templateId: string;
  data: TemplateData;
  /** At most 48 characters; comes back with the delivery receipt. */
  trackingId: string;
  /** Reaches only administrators of the app and the page. */
  development?: boolean;
}

export interface Template {
  templateId: string;
  name?: string;
  status?: string;
  /** 1 transaction, 2 customer care, 3 promotion. */
  tag?: string;
  priceByUser?: number;
  priceByPhone?: number;
  fields: { name: string; required: boolean; maxLength?: number }[];
}

export interface Templates {
  /** To a person of the page, without any window; the person may have turned the kind off. */
  sendToUser(userId: string, templateId: string, data: TemplateData, urgency?: Urgency): Promise<SentMessage>;
  sendToPhone(message: PhoneMessage, urgency?: Urgency): Promise<SentMessage>;
  describe(templateId: string): Promise<Template>;
  /** What became of a message to a telephone number. */
  delivery(messageId: string): Promise<'unknown' | 'pending' | 'delivered'>;
  dailyQuota(): Promise<{ daily: number; remain: number }>;
}

/** Messages to people go through the page's API, those to telephone numbers through the business API. */
export function createTemplates(page: OpenApi, business: OpenApi): Templates {
  return {
    sendToUser: (userId, templateId, data, urgency) =>
      page.ask(
        {
          method: 'POST',
          path: '/v3.0/oa/message/template',
          json: { user_id: userId, template_id: templateId, template_data: data },
        },
        SentToUser,
        urgency,
      ),
    sendToPhone: ({ phone, templateId, data, trackingId, development }, urgency) =>
      business.ask(
        {
          method: 'POST',
          path: '/message/template',
          json: {
            phone,
            template_id: templateId,
            template_data: data,
            tracking_id: trackingId,
            mode: development ? 'development' : undefined,
          },
        },
        SentToPhone,
        urgency,
      ),
    describe: (templateId) =>
      business.ask(
        { method: 'GET', path: '/template/info/v2', query: { template_id: templateId } },
        Info.transform((info): Template => ({ templateId, ...info })),
      ),
    async delivery(messageId) {
      const question = { method: 'GET' as const, path: '/message/status', query: { message_id: messageId } };
      const { status } = await business.ask(question, Status);
      return status === 1 ? 'delivered' : status === 0 ? 'pending' : 'unknown';
    },
    dailyQuota: () => business.ask({ method: 'GET', path: '/message/quota' }, Quota),
  };
}

const words = z.union([z.string(), z.number()]).transform(String).optional().catch(undefined);
const amount = count.optional().catch(undefined);
const moment = instant.optional().catch(undefined);

const SentToUser = z
  .object({
    message_id: idText,
    sent_time: moment,
    quota: z.object({ quota_type: z.string(), remain: amount }).optional().catch(undefined),
  })
  .transform(
    ({ message_id, sent_time, quota }): SentMessage => ({
      messageId: message_id,
      sentAt: sent_time,
      quota: quota && { type: quota.quota_type, remain: quota.remain },
    }),
  );

const SentToPhone = z
  .object({
    msg_id: idText,
    sent_time: moment,
    quota: z.object({ remainingQuota: amount, dailyQuota: amount }).optional().catch(undefined),
  })
  .transform(
    ({ msg_id, sent_time, quota }): SentMessage => ({
      messageId: msg_id,
      sentAt: sent_time,
      quota: quota && { type: 'daily', remain: quota.remainingQuota, total: quota.dailyQuota },
    }),
  );

const Field = z
  .object({ name: z.string(), require: z.boolean().catch(false), maxLength: amount })
  .transform(({ name, require, maxLength }) => ({ name, required: require, maxLength }));

const Info = z
  .object({
    templateName: words,
    status: words,
    templateTag: words,
    price_uid: amount,
    price_sdt: amount,
    listParams: z.array(Field).catch([]),
  })
  .transform((info) => ({
    name: info.templateName,
    status: info.status,
    tag: info.templateTag,
    priceByUser: info.price_uid,
    priceByPhone: info.price_sdt,
    fields: info.listParams,
  }));

const Status = z.object({ status: count });
const Quota = z
  .object({ dailyQuota: count, remainingQuota: count })
  .transform(({ dailyQuota, remainingQuota }) => ({ daily: dailyQuota, remain: remainingQuota }));
