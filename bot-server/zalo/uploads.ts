/** Pictures and files that messages carry: uploaded to Zalo, where they live seven days. */
import { z } from 'zod';
import { refusedAs } from './error.ts';
import type { OpenApi } from './open-api.ts';
import { idText } from './shapes.ts';

export interface Upload {
  bytes: Uint8Array<ArrayBuffer>;
  name: string;
  type: string;
}

export interface Uploads {
  /** JPEG or PNG, at most 1 MB. The id goes into a message as `imageId`. */
  image(picture: Upload): Promise<{ attachmentId: string }>;
  /** PDF or Word, at most 5 MB. The token goes into a message as `fileToken`. */
  file(file: Upload): Promise<{ token: string }>;
}

const MEGABYTE = 1024 * 1024;
const kinds = {
  image: {
    path: '/v2.0/oa/upload/image',
    limit: MEGABYTE,
    types: ['image/jpeg', 'image/png'],
    sentence: 'Ảnh phải là JPG hoặc PNG, nặng nhiều nhất 1 MB.',
  },
  file: {
    path: '/v2.0/oa/upload/file',
    limit: 5 * MEGABYTE,
    types: [
      'application/pdf',
      'application/msword',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    sentence: 'Tệp phải là PDF hoặc Word, nặng nhiều nhất 5 MB.',
  },
};

export function createUploads(api: OpenApi): Uploads {
  async function send<S extends z.ZodType>(
    { path, limit, types, sentence }: (typeof kinds)['image'],
    { bytes, name, type }: Upload,
    schema: S,
  ): Promise<z.output<S>> {
    // What Zalo would refuse costs an upload of the month; we refuse it ourselves.
    if (bytes.byteLength > limit || !types.includes(type)) {
      throw refusedAs(`POST ${path}`, { class: 'P', sentence }, 'refused before sending');
    }
    const upload = new FormData();
    upload.append('file', new Blob([bytes], { type }), name);
    return api.ask({ method: 'POST', path, upload }, schema);
  }

  return {
    image: (picture) => send(kinds.image, picture, Attachment),
    file: (file) => send(kinds.file, file, FileToken),
  };
}

const Attachment = z
  .object({ attachment_id: idText })
  .transform(({ attachment_id }) => ({ attachmentId: attachment_id }));
const FileToken = z.object({ token: z.string().min(1) });
