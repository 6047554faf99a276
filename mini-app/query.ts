/** How answers of the server are kept on the phone: fresh for half a minute, asked again when the person comes back. */

import { QueryClient } from '@tanstack/react-query';
import { ApiFailure } from './api.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 30 * 60_000,
      // A refusal stays one; only what may have been chance is tried once more.
      retry: (count, error) =>
        count < 1 && error instanceof ApiFailure && ['unexpected', 'stopping'].includes(error.code),
      // Without a network the last answer is shown with a banner; waiting in silence would look like a hang.
      networkMode: 'always',
    },
    // A write is repeated by the person only, never behind their back.
    mutations: { retry: false, networkMode: 'always' },
  },
});
