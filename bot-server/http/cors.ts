/** Zalo loads the mini app from its own address, so our API is foreign to it: exactly two origins are let in. */

import type { RequestHandler } from 'express';
import { miniAppOrigins } from '../zalo/origins.ts';

export const allowMiniApp: RequestHandler = (request, response, next) => {
  response.vary('Origin');
  const origin = request.get('origin');
  if (!origin || !miniAppOrigins.some((one) => one === origin)) return next();
  response.set('Access-Control-Allow-Origin', origin);
  response.set('Access-Control-Expose-Headers', 'ETag, Retry-After');
  if (request.method !== 'OPTIONS') return next();
  response.set('Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE');
  response.set('Access-Control-Allow-Headers', 'Authorization, Content-Type, If-Match');
  response.set('Access-Control-Max-Age', '7200');
  response.sendStatus(204);
};
