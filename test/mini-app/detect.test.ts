import { expect, test } from 'vitest';
import { basenameOf, isInsideZalo, zaloLink } from '../../mini-app/platform/detect.ts';

/** As `location` shows it. */
function address(text: string) {
  const { host, pathname, search } = new URL(text);
  return { host, pathname, search };
}

test('Zalo on Android and on the iPhone is recognised by host and path', () => {
  expect(isInsideZalo(address('https://h5.zdn.vn/zapps/1234567890/'))).toBe(true);
  expect(isInsideZalo(address('zbrowser://h5.zdn.vn/zapps/1234567890/notices?env=TESTING'))).toBe(true);
});

test('no other place is taken for Zalo, however much it looks like it', () => {
  for (const text of [
    'http://localhost:3000/app/',
    'http://127.0.0.1:3000/zapps/1234567890/',
    'https://h5.zdn.vn.example.com/zapps/1234567890/',
    'https://h5.zdn.vn/other/',
    'https://h5.zdn.vn/zapps/',
    'https://sangkien.example.vn/app/?host=h5.zdn.vn/zapps/1',
  ]) {
    expect(isInsideZalo(address(text)), text).toBe(false);
  }
});

test('routes begin after the app id inside Zalo, after /app on our server, at the root while developing', () => {
  expect(basenameOf(address('https://h5.zdn.vn/zapps/123/initiatives/9'))).toBe('/zapps/123');
  expect(basenameOf(address('http://127.0.0.1:3000/app'))).toBe('/app');
  expect(basenameOf(address('http://127.0.0.1:3000/app/initiatives/9'))).toBe('/app');
  expect(basenameOf(address('http://127.0.0.1:5173/application'))).toBe('/');
  expect(basenameOf(address('http://127.0.0.1:5173/'))).toBe('/');
});

test('a link shared from a test build opens the test build', () => {
  const testing = address('https://h5.zdn.vn/zapps/123/?env=TESTING&version=7&utm=x');
  expect(zaloLink(testing, '/highlights/mot-cua')).toBe(
    'https://zalo.me/s/123/highlights/mot-cua?env=TESTING&version=7',
  );
  expect(zaloLink(address('https://h5.zdn.vn/zapps/123/'), '/')).toBe('https://zalo.me/s/123/');
});
