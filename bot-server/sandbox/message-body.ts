// Reads the `message` of a send as Zalo does, and says which field it would not take.
import type { Button } from './threads.ts';
import { type Answer, type Fields, fields, invalid, isUrl, refusal, text } from './wire.ts';
import type { World } from './world.ts';

export const LONGEST_TEXT = 2000;
const MOST_BUTTONS = 5;

export interface Body {
  kind: string;
  text: string;
  buttons?: Button[];
  media?: Fields;
  quote?: string;
}

function buttonProblem(button: Fields): Answer | undefined {
  const payload = button.payload;
  const inner = fields(payload);
  if (text(button.title) === '') return invalid('title');
  if (text(button.title).length > 100) return refusal(-210, 'title is over the limit 100');
  switch (button.type) {
    case 'oa.open.url':
      return isUrl(inner?.url) ? undefined : invalid('url');
    case 'oa.query.show':
    case 'oa.query.hide':
      if (text(payload) === '') return invalid('payload');
      return text(payload).length > 1000 ? refusal(-210, 'payload is over the limit 1000') : undefined;
    case 'oa.open.sms':
      if (text(inner?.content).length > 160) return refusal(-210, 'content is over the limit 160');
      return /^84\d+$/.test(text(inner?.phone_code)) ? undefined : invalid('phone_code');
    case 'oa.open.phone':
      return /^84\d+$/.test(text(inner?.phone_code)) ? undefined : invalid('phone_code');
    default:
      return invalid('type');
  }
}

function readButtons(value: unknown): Button[] | Answer {
  if (!Array.isArray(value) || value.length === 0) return invalid('buttons');
  if (value.length > MOST_BUTTONS) return refusal(-210, `buttons is over the limit ${MOST_BUTTONS}`);
  for (const item of value) {
    const problem = buttonProblem(fields(item) ?? {});
    if (problem) return problem;
  }
  return value.map((item: Button) => ({ title: item.title, type: item.type, payload: item.payload }));
}

function readMedia(world: World, element: Fields | undefined): Body | Answer {
  const kind = text(element?.media_type);
  if (!element || !['image', 'gif', 'sticker'].includes(kind))
    return refusal(-233, 'media_type is not support!');
  const [url, attachmentId] = [element.url, element.attachment_id];
  if ((url === undefined) === (attachmentId === undefined)) return invalid('attachment_id');
  if (url !== undefined && !isUrl(url)) return invalid('url');
  if (kind === 'gif' && !(Number(element.width) > 0 && Number(element.height) > 0)) return invalid('width');
  const media: Fields = { url, attachment_id: attachmentId };
  if (attachmentId !== undefined && kind !== 'sticker') {
    const upload = world.uploads.find(text(attachmentId));
    if (!upload) return refusal(-100, 'attachment_id is expired or not found');
  }
  return { kind, text: '', media };
}

function readTemplate(world: World, payload: Fields): Body | Answer {
  const elements: unknown[] = Array.isArray(payload.elements) ? payload.elements : [];
  const type = text(payload.template_type);
  if (type === '' || type === 'button') {
    const buttons = readButtons(payload.buttons);
    return Array.isArray(buttons) ? { kind: 'text', text: '', buttons } : buttons;
  }
  if (elements.length !== 1) return invalid('elements');
  const element = fields(elements[0]);
  if (type === 'media') return readMedia(world, element);
  if (type === 'request_user_info') {
    for (const name of ['title', 'subtitle', 'image_url'])
      if (text(element?.[name]) === '') return invalid(name);
    return { kind: 'request_user_info', text: text(element?.title), media: element };
  }
  return refusal(-233, 'template_type is not support!');
}

function readAttachment(world: World, attachment: Fields): Body | Answer {
  const payload = fields(attachment.payload);
  if (!payload) return invalid('payload');
  if (attachment.type === 'template') return readTemplate(world, payload);
  if (attachment.type !== 'file') return refusal(-233, 'attachment type is not support!');
  const upload = world.uploads.find(text(payload.token));
  if (upload?.kind !== 'file') return refusal(-100, 'token is expired or not found');
  return { kind: 'file', text: '', media: { name: upload.name, size: upload.size } };
}

/** The message of a consultation or group send, or Zalo's refusal. */
export function readMessage(world: World, value: unknown): Body | Answer {
  const message = fields(value);
  if (!message) return invalid('message');
  if (message.text !== undefined && typeof message.text !== 'string') return invalid('text');
  const said = text(message.text);
  if (said.length > LONGEST_TEXT) return refusal(-210, `text is over the limit ${LONGEST_TEXT}`);
  const quote = text(message.quote_message_id);
  if (quote !== '' && !world.threads.byId(quote)) return invalid('quote_message_id');

  if (message.attachment === undefined) {
    if (said.trim() === '') return invalid('text');
    return quote === '' ? { kind: 'text', text: said } : { kind: 'text', text: said, quote };
  }
  const attachment = fields(message.attachment);
  if (!attachment) return invalid('attachment');
  const body = readAttachment(world, attachment);
  if ('error' in body) return body;
  if (body.buttons && said.trim() === '') return invalid('text');
  return { ...body, text: said || body.text };
}
