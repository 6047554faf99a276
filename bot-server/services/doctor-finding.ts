/** One line of the doctor's. */

export interface Finding {
  /** ✓ is right, ✗ must be mended, ? cannot be seen from here. */
  mark: '✓' | '✗' | '?';
  what: string;
  /** What is so, or what to do next, for whoever installs it. */
  say: string;
}

export const right = (what: string, say: string): Finding => ({ mark: '✓', what, say });
export const wrong = (what: string, say: string): Finding => ({ mark: '✗', what, say });
export const open = (what: string, say: string): Finding => ({ mark: '?', what, say });
export const isWrong = ({ mark }: Finding): boolean => mark === '✗';
