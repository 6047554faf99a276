/** The one error of this room: Zalo said no, was never reached, or may have acted without telling us. */
import { type ErrorClass, type ErrorFamily, type ErrorRow, errorRow } from './error-table.ts';

export type { ErrorClass, ErrorFamily };

/**
 * refused: Zalo answered and did nothing. not_reached: no byte left this machine. unknown: it may have
 * happened, so the same send must never simply be repeated (Zalo has no idempotency key).
 */
export type ZaloErrorKind = 'refused' | 'not_reached' | 'unknown';

/** Carries the call and Zalo's own words, never a token, a recipient or a text. */
export class ZaloError extends Error {
  override readonly name = 'ZaloError';
  readonly kind: ZaloErrorKind;
  /** Method and path, such as "POST /v3.0/oa/message/cs". */
  readonly call: string;
  /** Zalo's number, when it refused; OAuth sometimes refuses without one. */
  readonly code?: number;
  readonly class?: ErrorClass;
  /** How often this refusal is worth another try, where Zalo's rule is stricter than ours. */
  readonly attempts?: number;
  /** What to tell the secretariat, in Vietnamese. */
  readonly sentence: string;

  constructor(kind: ZaloErrorKind, call: string, words: string, sentence: string, refusal?: Refusal) {
    super(`${call}: ${words}`);
    this.kind = kind;
    this.call = call;
    this.sentence = sentence;
    this.code = refusal?.code;
    this.class = refusal?.row.class;
    this.attempts = refusal?.row.attempts;
  }
}

interface Refusal {
  code?: number;
  row: ErrorRow;
}

export function refused(call: string, family: ErrorFamily, code: number, zaloSays: string): ZaloError {
  const row = errorRow(family, code, zaloSays);
  return new ZaloError('refused', call, `refused with ${code} (${zaloSays})`, row.sentence, { code, row });
}

export function refusedAs(call: string, row: ErrorRow, zaloSays: string, code?: number): ZaloError {
  return new ZaloError('refused', call, `refused (${zaloSays})`, row.sentence, { code, row });
}

export function notReached(call: string, why: string): ZaloError {
  const sentence = 'Không nối được tới Zalo, chưa có gì được gửi. Sẽ tự gửi lại.';
  return new ZaloError('not_reached', call, `not reached (${why})`, sentence);
}

export function unknownOutcome(call: string, why: string): ZaloError {
  return new ZaloError('unknown', call, `outcome unknown (${why})`, 'Mất kết nối đúng lúc gửi.');
}
