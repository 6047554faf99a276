// What an operator is told when the program cannot start: one plain sentence, without a stack.

/** An error whose message is meant for the operator; `main.ts` and `ops.ts` print it and leave with 1. */
export function startError(message: string, cause?: unknown): Error {
  const error = new Error(message, { cause });
  error.name = 'StartError';
  return error;
}

export function isStartError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'StartError';
}
