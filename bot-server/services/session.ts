/** Sessions: a short signed bearer of our own. Zalo's access token is looked at once and never kept. */

import { jwtVerify, SignJWT } from 'jose';
import type { Role } from '#contract/endpoint.ts';
import { Failure } from '#contract/failure.ts';
import { requireFor } from '../config.ts';
import type { App, Who } from '../context.ts';

/** A working day: an author who leaves the form open over lunch is not thrown out. */
const lifeSeconds = 12 * 3600;

const secretOf = (app: App): Uint8Array =>
  new TextEncoder().encode(requireFor(app.config, ['SESSION_SECRET']).SESSION_SECRET);

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
    .sign(secretOf(app));
  return { token, expiresAt: new Date((issued + lifeSeconds) * 1000) };
}

interface PersonRow {
  id: string;
  name: string;
  demo: boolean;
  epoch: number;
  grants: { role: Role; unitId: string | null }[];
}

/** Who the bearer is now, with the roles of this moment: a revoked grant or an ended session holds from the next request on. */
export async function whoIs(app: App, bearer: string, now: Date): Promise<Who> {
  const verified = await jwtVerify(bearer, secretOf(app), { algorithms: ['HS256'], currentDate: now }).catch(
    () => null,
  );
  const id = verified?.payload.sub;
  if (!verified || !id) throw new Failure('sign_in');
  const { rows } = await app.pool.query<PersonRow>({
    name: 'who-is',
    text: `SELECT p.id, p.name, p.demo, p.session_epoch AS epoch,
                  coalesce((SELECT json_agg(json_build_object('role', g.role, 'unitId', g.unit_id)) FROM role_grant g
                             WHERE g.person_id = p.id AND g.revoked_at IS NULL), '[]'::json) AS grants
             FROM person p WHERE p.id = $1::uuid AND p.erased_at IS NULL`,
    values: [id],
  });
  const row = rows[0];
  if (!row || row.epoch !== verified.payload.epoch) throw new Failure('sign_in');
  return { id: row.id, name: row.name, demo: row.demo, grants: row.grants };
}
