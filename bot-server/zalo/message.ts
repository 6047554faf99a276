/** A message to one person or group: how we say it, and how Zalo wants it on the wire. */

/** At most five; a tap on `say` and `whisper` comes back as if the person had typed the text. */
export type Button = { title: string } & (
  | { kind: 'open'; url: string }
  | { kind: 'say'; text: string }
  | { kind: 'whisper'; text: string }
  | { kind: 'call'; phone: string }
  | { kind: 'sms'; phone: string; text: string }
);

/** One message carries at most one attachment. */
export type Attachment =
  | { buttons?: Button[]; imageUrl?: never; imageId?: never; fileToken?: never; requestInfo?: never }
  | { imageUrl: string; buttons?: never; imageId?: never; fileToken?: never; requestInfo?: never }
  | { imageId: string; buttons?: never; imageUrl?: never; fileToken?: never; requestInfo?: never }
  | { fileToken: string; buttons?: never; imageUrl?: never; imageId?: never; requestInfo?: never }
  | { requestInfo: InfoRequest; buttons?: never; imageUrl?: never; imageId?: never; fileToken?: never };

export type OutgoingMessage = { text?: string; quoteMessageId?: string } & Attachment;

/** A card that asks for name, phone and address; the answer is the event `submitInfo`. */
export interface InfoRequest {
  title: string;
  subtitle: string;
  imageUrl: string;
}

/** The `message` object of Zalo's consultation and group messages. */
export function wireMessage(message: OutgoingMessage): Record<string, unknown> {
  const wire: Record<string, unknown> = {};
  if (message.text !== undefined) wire.text = message.text;
  if (message.quoteMessageId) wire.quote_message_id = message.quoteMessageId;
  const attachment = wireAttachment(message);
  if (attachment) wire.attachment = attachment;
  return wire;
}

function wireAttachment(message: OutgoingMessage): Record<string, unknown> | undefined {
  if (message.buttons?.length) return template({ buttons: message.buttons.map(wireButton) });
  if (message.imageUrl) return picture({ url: message.imageUrl });
  if (message.imageId) return picture({ attachment_id: message.imageId });
  if (message.fileToken) return { type: 'file', payload: { token: message.fileToken } };
  if (message.requestInfo) {
    const { title, subtitle, imageUrl } = message.requestInfo;
    const elements = [{ title, subtitle, image_url: imageUrl }];
    return template({ template_type: 'request_user_info', elements });
  }
  return undefined;
}

function template(payload: Record<string, unknown>): Record<string, unknown> {
  return { type: 'template', payload };
}

function picture(source: { url: string } | { attachment_id: string }): Record<string, unknown> {
  return template({ template_type: 'media', elements: [{ media_type: 'image', ...source }] });
}

/** Also the menu of the page is made of these. */
export function wireButton(button: Button): Record<string, unknown> {
  const { title } = button;
  switch (button.kind) {
    case 'open':
      return { title, type: 'oa.open.url', payload: { url: button.url } };
    case 'say':
      return { title, type: 'oa.query.show', payload: button.text };
    case 'whisper':
      return { title, type: 'oa.query.hide', payload: button.text };
    case 'call':
      return { title, type: 'oa.open.phone', payload: { phone_code: button.phone } };
    case 'sms':
      return { title, type: 'oa.open.sms', payload: { content: button.text, phone_code: button.phone } };
  }
}
