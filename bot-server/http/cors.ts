/** Zalo loads the mini app from its own address, so our API is foreign to it: exactly two origins are let in. */

import type { RequestHandler } from 'express';

/** Android and iOS. Compared as strings: the second has no origin in the sense of a URL. */
const miniAppOrigins = ['https://h5.zdn.vn', 'zbrowser://h5.zdn.vn'];

export const allowMiniApp: RequestHandler = (request, response, next) => {
  response.vary('Origin');
  const origin = request.get('origin');
  if (!origin || !miniAppOrigins.includes(origin)) return next();
  response.set('Access-Control-Allow-Origin', origin);
  response.set('Access-Control-Expose-Headers', 'ETag, Retry-After');
  if (request.method !== 'OPTIONS') return next();
  response.set('Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE');
  response.set('Access-Control-Allow-Headers', 'Authorization, Content-Type, If-Match');
  response.set('Access-Control-Max-Age', '7200');
  response.sendStatus(204);
};
