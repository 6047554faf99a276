// The two pages on which somebody consents: an administrator of the page, or a person who signs in with Zalo.
import express, { type Request, type Response, type Router } from 'express';
import { failureBody, type OAuthFailure } from './oauth.ts';
import type { World } from './world.ts';

const escapes: { [letter: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const safe = (value: string) => value.replace(/[&<>"']/g, (letter) => escapes[letter] ?? letter);

function frame(base: string, title: string, inner: string): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${safe(title)} – Diễn tập</title><link rel="icon" href="${base}/icon.svg"><link rel="stylesheet" href="${base}/page.css"></head>
<body class="consent"><header class="stripe"><b>Diễn tập – không phải Zalo thật</b></header>
<main class="ask"><h1>${safe(title)}</h1>${inner}</main></body></html>`;
}

interface Asked {
  appId: string;
  redirectUri: string;
  challenge: string;
  state: string;
}

function asked(source: Record<string, unknown>): Asked {
  const one = (name: string) => (typeof source[name] === 'string' ? (source[name] as string) : '');
  return {
    appId: one('app_id'),
    redirectUri: one('redirect_uri'),
    challenge: one('code_challenge'),
    state: one('state'),
  };
}

function problem(world: World, given: Asked, registered: string): OAuthFailure | undefined {
  if (given.appId !== world.options.credentials.appId) return 'app';
  return given.redirectUri === registered ? undefined : 'redirect';
}

function hidden(given: Asked): string {
  const pairs = {
    app_id: given.appId,
    redirect_uri: given.redirectUri,
    code_challenge: given.challenge,
    state: given.state,
  };
  return Object.entries(pairs)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${safe(value)}">`)
    .join('');
}

function back(given: Asked, found: Record<string, string>): string {
  const target = new URL(given.redirectUri);
  for (const [name, value] of Object.entries(found)) target.searchParams.set(name, value);
  if (given.state !== '') target.searchParams.set('state', given.state);
  return target.toString();
}

export function consentPages(world: World): Router {
  const router = express.Router();
  const { options, tokens, people } = world;
  const form = express.urlencoded({ extended: false });
  const base = (request: Request) => request.baseUrl.replace(/\/oauth$/, '');

  function refuse(request: Request, response: Response, failure: OAuthFailure): void {
    const body = failureBody(failure);
    if (request.accepts(['html', 'json']) === 'json') response.json(body);
    else {
      const words = `<p>Zalo không mở được trang này.</p><p class="code">${body.error} · ${safe(body.error_name)}</p>`;
      response.type('html').send(frame(base(request), 'Chưa cấp quyền được', words));
    }
  }

  router.get('/v4/oa/permission', (request, response) => {
    const given = asked(request.query);
    const wrong = problem(world, given, options.callbackUrls.oa);
    if (wrong) return refuse(request, response, wrong);
    const inner = `<p>Ứng dụng xin quyền thay mặt trang <b>${safe(options.oaName)}</b>: gửi tin, quản lý bài viết, đọc người quan tâm, nhận sự kiện.</p>
<form method="post">${hidden(given)}<button class="btn pri" name="answer" value="yes">Cho phép</button>
<button class="btn" name="answer" value="no">Từ chối</button></form>`;
    response.type('html').send(frame(base(request), 'Cấp quyền cho ứng dụng', inner));
  });

  router.post('/v4/oa/permission', form, (request, response) => {
    const given = asked(request.body ?? {});
    const wrong = problem(world, given, options.callbackUrls.oa);
    if (wrong) return refuse(request, response, wrong);
    if (request.body.answer !== 'yes') return response.redirect(back(given, { error: 'access_denied' }));
    world.faults.knobs.grantRevoked = false;
    world.changed();
    const found = { code: tokens.newCode(given.challenge, ''), oa_id: options.credentials.oaId };
    response.redirect(back(given, found));
  });

  router.get('/v4/permission', (request, response) => {
    const given = asked(request.query);
    const wrong = problem(world, given, options.callbackUrls.login);
    if (wrong) return refuse(request, response, wrong);
    const choices = people
      .named()
      .map(
        (person) =>
          `<li><button class="who" name="person" value="${safe(person.appUserId)}"><b>${safe(person.name)}</b><small>${safe(person.note)}</small></button></li>`,
      )
      .join('');
    const inner = `<p>Anh/chị đăng nhập với tư cách ai?</p><form method="post">${hidden(given)}<ul class="choose">${choices}</ul></form>`;
    response.type('html').send(frame(base(request), 'Đăng nhập bằng Zalo', inner));
  });

  router.post('/v4/permission', form, (request, response) => {
    const given = asked(request.body ?? {});
    const wrong = problem(world, given, options.callbackUrls.login);
    if (wrong) return refuse(request, response, wrong);
    const person = people.findByAppUserId(String(request.body.person ?? ''));
    if (!person) return refuse(request, response, 'code');
    response.redirect(back(given, { code: tokens.newCode(given.challenge, person.appUserId) }));
  });

  return router;
}
