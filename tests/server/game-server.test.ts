import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GameServer, startGameServer } from '../../src/server/index.ts';

let server: GameServer;
beforeAll(async () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'game-server-'));
  const root = path.join(home, 'client');
  mkdirSync(path.join(root, 'assets'), { recursive: true });
  writeFileSync(path.join(home, 'secret.txt'), 'secret');
  writeFileSync(path.join(root, '.hidden'), 'hidden');
  writeFileSync(path.join(root, 'index.html'), '<!doctype html><title>game</title>');
  writeFileSync(path.join(root, 'assets/index-AbCd1234.js'), 'export {};');
  server = await startGameServer({ root, port: 0 });
});
afterAll(() => server?.close());

/** A request whose path is sent as it is: `fetch` would tidy it up. */
function get(rawPath: string, method = 'GET'): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    request({ hostname, port, path: rawPath, method }, (response) => {
      let body = '';
      response.on('data', (part) => {
        body += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });
}

describe('the server of the game', () => {
  test('sends the page with strict headers', async () => {
    const response = await fetch(server.url);
    expect(response.status).toBe(200);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  test('lets hashed files be kept for ever', async () => {
    const response = await fetch(`${server.url}/assets/index-AbCd1234.js`);
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-type')).toContain('javascript');
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/.hidden',
    '/%',
    '/nothing',
  ])('shows nothing outside the game: %s', async (rawPath) => {
    const { status, body } = await get(rawPath);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toMatch(/secret|hidden/);
  });

  test('only answers to GET and HEAD', async () => {
    expect((await get('/', 'POST')).status).toBe(405);
    expect((await get('/', 'HEAD')).status).toBe(200);
  });

  test('says when the port is taken', async () => {
    const { port } = new URL(server.url);
    await expect(startGameServer({ root: '.', port: Number(port) })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
