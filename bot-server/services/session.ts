/** Sessions: a short signed bearer of our own. Zalo's access token is looked at once and never kept. */

import { createSecretKey, type KeyObject } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { Role } from '#contract/endpoint.ts';
import { Failure } from '#contract/failure.ts';
import { requireFor } from '../config.ts';
import type { App, Who } from '../context.ts';

/** A working day: an author who leaves the form open over lunch is not thrown out. */
const lifeSeconds = 12 * 3600;

interface Bearer {
  id: string;
  epoch: unknown;
  expires: number;
}

/**
 * What a secret has been good for: its key, whose import costs more than a signature, and the bearers whose signature was right.
 * Right stays right, so whoever works for hours is checked once; the bearers are forgotten all at once when there are many.
 */
const secrets = new Map<string, { key: KeyObject; right: Map<string, Bearer> }>();
const mostKept = 20_000;

function secretOf(app: App) {
  const { SESSION_SECRET } = requireFor(app.config, ['SESSION_SECRET']);
  const known = secrets.get(SESSION_SECRET) ?? {
    key: createSecretKey(SESSION_SECRET, 'utf8'),
    right: new Map(),
  };
  secrets.set(SESSION_SECRET, known);
  return known;
}

export async function issueSession(
  app: App,
  person: { id: string; sessionEpoch: number },
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  const issued = Math.floor(now.getTime() / 1000);
  const token = await new SignJWT({ epoch: person.sessionEpoch })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(person.id)
    .setIssuedAt(issued)
    .setExpirationTime(issued + lifeSeconds)
    .sign(secretOf(app).key);
  return { token, expiresAt: new Date((issued + lifeSeconds) * 1000) };
}

interface PersonRow {
  id: string;
  name: string;
  demo: boolean;
  epoch: number;
  grants: { role: Role; unitId: string | null }[];
}

async function readBearer(app: App, bearer: string, now: Date): Promise<Bearer> {
  const { key, right } = secretOf(app);
  const known = right.get(bearer);
  if (known && known.expires > now.getTime() / 1000) return known;
  const verified = await jwtVerify(bearer, key, { algorithms: ['HS256'], currentDate: now }).catch(
    () => null,
  );
  const { sub, exp, epoch } = verified?.payload ?? {};
  if (!sub || !exp) throw new Failure('sign_in');
  if (right.size >= mostKept) right.clear();
  const read = { id: sub, epoch, expires: exp };
  right.set(bearer, read);
  return read;
}

/** Who the bearer is now, with the roles of this moment: a revoked grant or an ended session holds from the next request on. */
export async function whoIs(app: App, bearer: string, now: Date): Promise<Who> {
  const { id, epoch } = await readBearer(app, bearer, now);
  const { rows } = await app.pool.query<PersonRow>({
    name: 'who-is',
    text: `SELECT p.id, p.name, p.demo, p.session_epoch AS epoch,
                  coalesce((SELECT json_agg(json_build_object('role', g.role, 'unitId', g.unit_id)) FROM role_grant g
                             WHERE g.person_id = p.id AND g.revoked_at IS NULL), '[]'::json) AS grants
             FROM person p WHERE p.id = $1::uuid AND p.erased_at IS NULL`,
    values: [id],
  });
  const row = rows[0];
  if (!row || row.epoch !== epoch) throw new Failure('sign_in');
  return { id: row.id, name: row.name, demo: row.demo, grants: row.grants };
}
