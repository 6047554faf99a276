// Reads the one part called `file` of a multipart body.
export interface FilePart {
  name: string;
  type: string;
  content: Buffer;
}

export function readFilePart(contentType: string, raw: Buffer): FilePart | undefined {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/i.exec(contentType);
  if (!boundary) return undefined;
  const mark = Buffer.from(`--${boundary[1] ?? boundary[2]}`);
  for (let at = raw.indexOf(mark); at >= 0; ) {
    const start = at + mark.length + 2;
    const end = raw.indexOf(mark, start);
    if (end < 0) return undefined;
    const headEnd = raw.indexOf('\r\n\r\n', start);
    if (headEnd >= 0 && headEnd < end) {
      const head = raw.subarray(start, headEnd).toString('utf8');
      if (/name="file"/i.test(head)) {
        return {
          name: /filename="([^"]*)"/i.exec(head)?.[1] ?? '',
          type: /content-type:\s*([^\r\n]+)/i.exec(head)?.[1] ?? '',
          content: raw.subarray(headEnd + 4, end - 2),
        };
      }
    }
    at = end;
  }
  return undefined;
}
