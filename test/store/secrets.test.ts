// Secrets of a rehearsal are made once.
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keptSecrets } from '#bot/store/secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
let made = 0;
const make = () => `secret ${++made}`;

test('a secret is the same at the next start, and readable by its owner only', () => {
  const first = keptSecrets(folder, { ONE: make });

  expect(keptSecrets(folder, { ONE: make })).toEqual(first);
  expect(statSync(join(folder, 'secrets/ONE')).mode & 0o777).toBe(0o600);
});

test('a secret that a new version needs is made beside the others', () => {
  const { ONE, TWO } = keptSecrets(folder, { ONE: make, TWO: make });

  expect([ONE, TWO]).toEqual(['secret 1', 'secret 2']);
});
