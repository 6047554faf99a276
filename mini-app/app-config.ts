/** A Vite plugin: writes Zalo's app-config.json beside the build, prints the size of the first visit and refuses too much. */

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** Zalo refuses larger files. */
const fileLimit = 3 * 1024 * 1024;

type Chunk = Rolldown.OutputChunk;
type Bundle = Rolldown.OutputBundle;

const bytesOf = (file: Bundle[string]): string | Uint8Array =>
  file.type === 'chunk' ? file.code : file.source;
const gzipSize = (file: Bundle[string]) => gzipSync(bytesOf(file)).length;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;

/** What Zalo's own page loads at the start: entries in order, then the chunks they import, and every stylesheet. */
export function loadList(bundle: Bundle) {
  const files = Object.values(bundle);
  const entries = files.filter((file): file is Chunk => file.type === 'chunk' && file.isEntry);
  const imported = new Set<string>();
  const collect = (chunk: Chunk) => {
    for (const name of chunk.imports) {
      const next = bundle[name];
      if (next?.type !== 'chunk' || next.isEntry || imported.has(name)) continue;
      imported.add(name);
      collect(next);
    }
  };
  for (const entry of entries) collect(entry);
  return {
    listCSS: files.map((file) => file.fileName).filter((name) => name.endsWith('.css')),
    listSyncJS: entries.map((entry) => entry.fileName),
    listAsyncJS: [...imported],
  };
}

interface Options {
  /** The file with our own settings; Zalo's tool must not find it under the name app-config.json. */
  source: string;
  /** In bytes, gzip. */
  firstVisitLimit: number;
}

export function zaloAppConfig({ source, firstVisitLimit }: Options): Plugin {
  return {
    name: 'zalo-app-config',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const lists = loadList(bundle);
      const config = { ...JSON.parse(readFileSync(source, 'utf8')), pages: [], ...lists };
      this.emitFile({
        type: 'asset',
        fileName: 'app-config.json',
        source: `${JSON.stringify(config, null, 2)}\n`,
      });

      const firstVisit = [...lists.listSyncJS, ...lists.listAsyncJS, ...lists.listCSS];
      const size = firstVisit.reduce((sum, name) => sum + gzipSize(bundle[name]!), 0);
      const allowed = Number.isFinite(firstVisitLimit) ? ` of ${kilobytes(firstVisitLimit)} allowed` : '';
      const said = `First visit: ${kilobytes(size)} gzip${allowed}`;
      if (size > firstVisitLimit) this.error(`${said}. Load the new part later (React.lazy).`);
      this.info(`${said} (${firstVisit.join(', ')})`);

      for (const [name, file] of Object.entries(bundle)) {
        const length = Buffer.byteLength(bytesOf(file));
        if (length > fileLimit)
          this.error(`${name} has ${kilobytes(length)}; Zalo takes at most 3 MB a file.`);
      }
    },
  };
}
