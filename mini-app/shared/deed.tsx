/** One act at the server from a button: runs once, tells why it failed, and lets a newer version be looked at. */

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Api, EndpointName } from '#contract/api.ts';
import type { InputOf, OutputOf } from '#contract/endpoint.ts';
import type { FailureCode } from '#contract/failure.ts';
import { ApiFailure, call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

export interface Deed<N extends EndpointName> {
  run: (input: InputOf<Api[N]>) => void;
  busy: boolean;
  failure: ApiFailure | null;
  /** The words beside one field of the input. */
  problem: (field: string) => string | undefined;
  reset: () => void;
}

const unexpected = (error: Error): ApiFailure =>
  error instanceof ApiFailure ? error : new ApiFailure('unexpected', 'Có trục trặc. Thử lại sau ít phút.');

/** Everything asked before is asked again afterwards: one act may change lists, counts and pages at once. */
export function useDeed<N extends EndpointName>(
  name: N,
  onDone: (output: OutputOf<Api[N]>) => void = () => undefined,
): Deed<N> {
  const queries = useQueryClient();
  const { mutate, isPending, error, reset } = useMutation<OutputOf<Api[N]>, Error, InputOf<Api[N]>>({
    mutationFn: (input) => call(name, input),
    onSuccess: (output) => {
      onDone(output);
      void queries.invalidateQueries();
    },
  });
  const failure = error && unexpected(error);
  return {
    run: (input) => {
      if (!isPending) mutate(input);
    },
    busy: isPending,
    failure,
    problem: (field) => failure?.fields.find((one) => one.field === field)?.message,
    reset,
  };
}

/** Somebody else was quicker: what they did must be looked at before going on. */
const newer: ReadonlySet<FailureCode | 'offline'> = new Set<FailureCode>([
  'changed',
  'wrong_state',
  'round_changed',
  'outcome_changed',
  'announcement_changed',
  'announcement_sent',
  'announcement_state',
  'round_released',
  'not_found',
]);

export const isNewer = (failure: ApiFailure): boolean => newer.has(failure.code);

interface DeedFailedProps {
  failure: ApiFailure | null;
  /** Fetches the version that is there now; what is typed stays. */
  onFresh?: () => void;
  /** The fields say it themselves. */
  besideFields?: boolean;
}

export function DeedFailed({ failure, onFresh, besideFields = false }: DeedFailedProps) {
  if (failure === null) return null;
  const conflict = isNewer(failure);
  const since = failure.facts.at;
  const words =
    conflict && since !== undefined
      ? failure.message.replace('đã thay đổi', `đã thay đổi lúc ${since}`)
      : failure.message;
  return (
    <div className={`banner tone-${conflict ? 'todo' : 'danger'}`} role="alert">
      <Icon name={failure.code === 'offline' ? 'offline' : 'warn'} />
      <div>
        <p>{words}</p>
        {!besideFields && failure.fields.length > 0 && (
          <ul>
            {failure.fields.map(({ field, message }) => (
              <li key={field}>{message}</li>
            ))}
          </ul>
        )}
        {failure.code === 'unexpected' && failure.requestId !== null && (
          <p className="tiny meta">
            Nếu cần hỏi, anh/chị đọc mã này: <span className="code">{failure.requestId}</span>
          </p>
        )}
        {conflict && onFresh !== undefined && (
          <Button look="secondary" slim icon="retry" onClick={onFresh}>
            Xem bản mới
          </Button>
        )}
      </div>
    </div>
  );
}
