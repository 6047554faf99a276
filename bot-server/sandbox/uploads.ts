// Pictures and files handed to Zalo before they are sent: checked for kind and size, gone after seven days.
import { createHash, randomBytes } from 'node:crypto';
import { type Clock, DAY } from './clock.ts';
import { readFilePart } from './multipart.ts';
import { type Answer, type Call, headerOf, invalid, refusal, success } from './wire.ts';
import type { World } from './world.ts';

export type UploadKind = 'image' | 'gif' | 'file';

export interface Upload {
  id: string;
  kind: UploadKind;
  name: string;
  size: number;
  checksum: string;
  at: number;
}

const MEGABYTE = 1024 * 1024;
const RULES: { [kind in UploadKind]: { most: number; fits: (content: Buffer, name: string) => boolean } } = {
  image: { most: MEGABYTE, fits: (content) => isJpeg(content) || isPng(content) },
  gif: { most: 5 * MEGABYTE, fits: (content) => content.subarray(0, 4).toString('latin1') === 'GIF8' },
  file: { most: 5 * MEGABYTE, fits: (_content, name) => /\.(pdf|docx?|csv)$/i.test(name) },
};
const PICTURES_KEPT = 60;

const isJpeg = (content: Buffer) => content[0] === 0xff && content[1] === 0xd8;
const isPng = (content: Buffer) => content.subarray(1, 4).toString('latin1') === 'PNG';

export type UploadShelf = ReturnType<typeof createUploads>;

export function createUploads(saved: Upload[] | undefined, clock: Clock) {
  const uploads = new Map<string, Upload>((saved ?? []).map((upload) => [upload.id, upload]));
  // only what the page shows, and only since the start
  const pictures = new Map<string, Buffer>();
  return {
    keep(upload: Upload, content: Buffer): void {
      uploads.set(upload.id, upload);
      if (upload.kind === 'file') return;
      pictures.set(upload.id, content);
      const oldest = pictures.keys().next().value;
      if (pictures.size > PICTURES_KEPT && oldest !== undefined) pictures.delete(oldest);
    },
    /** The upload, unless it has expired. */
    find(id: string): Upload | undefined {
      const upload = uploads.get(id);
      return upload && clock.now() - upload.at < 7 * DAY ? upload : undefined;
    },
    picture: (id: string) => pictures.get(id),
    save: () => [...uploads.values()],
  };
}

export function takeUpload(world: World, call: Call, kind: UploadKind): Answer {
  const part = readFilePart(headerOf(call.headers, 'content-type'), call.raw);
  if (!part || part.content.length === 0) return invalid('file');
  const rule = RULES[kind];
  if (part.content.length > rule.most)
    return refusal(-210, `file is over the limit ${rule.most / MEGABYTE}MB`);
  if (!rule.fits(part.content, part.name)) return invalid('file');
  const upload: Upload = {
    id: randomBytes(32).toString('base64url'),
    kind,
    name: part.name,
    size: part.content.length,
    checksum: createHash('md5').update(part.content).digest('hex'),
    at: world.clock.now(),
  };
  world.uploads.keep(upload, part.content);
  world.changed();
  return success(kind === 'file' ? { token: upload.id } : { attachment_id: upload.id });
}
