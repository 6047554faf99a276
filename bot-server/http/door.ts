// The listening socket. It is opened before anything else, so that a taken port is told at once and the real port is
// known to all that follows; until the application is there, and while it leaves, it answers for it.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startError } from '../store/start-error.ts';

export type Door = {
  port: number;
  /** From now on requests go to the application. */
  serve(app: RequestListener): void;
  /** Takes no new connections, lets requests under way finish for at most `patience`, then cuts them off. */
  close(patience: number): Promise<void>;
};

export async function openDoor(host: string, port: number): Promise<Door> {
  let listener: RequestListener = starting;
  const server = createServer((request, response) => listener(request, response));
  await listen(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    serve(app) {
      listener = app;
    },
    close: (patience) => close(server, patience),
  };
}

const starting: RequestListener = (request, response) => {
  const alive = request.url === '/healthz';
  response.writeHead(alive ? 200 : 503, { 'Content-Type': 'application/json', 'Retry-After': '2' });
  response.end(JSON.stringify({ status: alive ? 'ok' : 'starting' }));
};

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(startError(sentenceFor(error, host, port), error)),
    );
    server.listen(port, host, resolve);
  });
}

function sentenceFor({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} at ${host} is taken by another program: choose another with PORT.`;
  if (code === 'EACCES')
    return `Port ${port} may not be opened by this user: choose one above 1023 with PORT.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST ${host} is not an address of this machine.`;
  return `Port ${port} at ${host} cannot be opened: ${message}.`;
}

/** A connection kept alive becomes idle only after its last answer, so the idle ones are closed again and again. */
async function close(server: Server, patience: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const late = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
