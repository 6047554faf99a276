/** Short messages on zmp-ui's snackbar, with what it lacks: a voice. */

import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { useSnackbar, SnackbarProvider as ZaloSnackbarProvider } from 'zmp-ui';

type Say = (text: string) => void;

/** zmp-ui's own type file for this hook points to a file that was never published. */
interface ZaloSnackbar {
  openSnackbar(options: { text: ReactNode; duration: number }): void;
}

const duration = 5_000;
const SayContext = createContext<Say>(() => {});

function Speaker({ children }: { children: ReactNode }) {
  const { openSnackbar } = useSnackbar() as ZaloSnackbar;
  const [spoken, setSpoken] = useState('');
  const say = useCallback<Say>(
    (text) => {
      openSnackbar({ text: <span aria-hidden="true">{text}</span>, duration });
      setSpoken(text);
    },
    // zmp-ui makes a new function with every drawing.
    [openSnackbar],
  );
  return (
    <SayContext.Provider value={say}>
      {children}
      <p className="hidden-words" role="status">
        {spoken}
      </p>
    </SayContext.Provider>
  );
}

export function MessageProvider({ children }: { children: ReactNode }) {
  return (
    <ZaloSnackbarProvider>
      <Speaker>{children}</Speaker>
    </ZaloSnackbarProvider>
  );
}

/** `const say = useMessage(); say('Đã chép mã hồ sơ')`. For small successes; failures belong beside what failed. */
export const useMessage = (): Say => useContext(SayContext);
