/** Everything that surrounds the screens: zmp-ui's frame, the kept answers, the session, the short messages, the router. */

import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { RouterProvider } from 'react-router-dom';
import { App as ZaloApp } from 'zmp-ui';
import { queryClient } from './query.ts';
import { router } from './router.tsx';
import { SessionProvider } from './session.tsx';
import { MessageProvider } from './ui/snackbar.tsx';

export function App() {
  return (
    <StrictMode>
      <ZaloApp>
        <QueryClientProvider client={queryClient}>
          <SessionProvider>
            <MessageProvider>
              <RouterProvider router={router} future={{ v7_startTransition: true }} />
            </MessageProvider>
          </SessionProvider>
        </QueryClientProvider>
      </ZaloApp>
    </StrictMode>
  );
}
