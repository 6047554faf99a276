/** What the mini app's own webhooks tell: somebody takes the consent back, or Zalo has looked at a version. */

import type { Context } from '../context.ts';
import type { MiniAppEvent } from '../zalo/webhook.ts';
import { erasePerson } from './data-rights.ts';

export async function handleMiniAppEvent(ctx: Context, event: MiniAppEvent): Promise<void> {
  switch (event.kind) {
    case 'revokeConsent': {
      // Taken up again after a crash: who it was is already forgotten.
      if (!event.appUserId) return;
      const askedAt = event.at.getTime() > 0 ? event.at : ctx.now;
      const erased = await erasePerson(ctx, { appUserId: event.appUserId }, { askedAt, keepFollower: true });
      ctx.log.info({ known: erased !== null }, 'a consent was taken back: user.revoke.consent');
      return;
    }
    case 'reviewDone': {
      const { approved, versionId, description } = event;
      ctx.log.info({ approved, versionId }, 'Zalo has reviewed a version of the mini app');
      await ctx.db.auditEntry.create({
        data: {
          at: ctx.now,
          act: approved ? 'mini_app_approved' : 'mini_app_rejected',
          object: `mini-app-version:${versionId ?? ''}`,
          detail: { description: description ?? null },
        },
      });
      return;
    }
    case 'other':
      return;
  }
}
