import { afterEach, describe, expect, it, vi } from 'vitest';
import { address, ApiError, get, rememberCsrfToken, send } from './client';
import { typed } from './decimal';

function answers(status: number, body: string, type = 'application/json') {
  const fetched = vi.fn<typeof fetch>(() =>
    Promise.resolve(
      new Response(status === 204 ? null : body, { status, headers: { 'Content-Type': type } }),
    ),
  );
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

afterEach(() => {
  vi.unstubAllGlobals();
  rememberCsrfToken(null);
});

describe('asking the server', () => {
  it('keeps every digit of a decimal', async () => {
    answers(200, '{"dataVersion":7,"total":{"quantity":353020.52022672899123,"unit":"USD"}}');

    const usage = await get('/api/v1/usage');

    expect(usage.total?.quantity).toBe('353020.52022672899123');
    expect(usage.dataVersion).toBe(7);
  });

  it('repeats a parameter for each of its values', () => {
    expect(address('/api/v1/usage', { person: ['me', 'a b'], period: undefined, top: 3 })).toBe(
      '/api/v1/usage?person=me&person=a+b&top=3',
    );
  });

  it('fills ids into the path without letting them end it', async () => {
    const fetched = answers(200, '{}');

    await get('/api/v1/sources/{name}', {}, { path: { name: 'a/b?c' } });

    expect(fetched.mock.calls[0]?.[0]).toBe('/api/v1/sources/a%2Fb%3Fc');
  });

  it('sends the token of the session with what changes something, and only with that', async () => {
    const fetched = answers(204, '');
    rememberCsrfToken('secret');

    await send('delete', '/api/v1/session');
    await get('/api/v1/me');

    expect(fetched.mock.calls[0]?.[1]?.headers).toMatchObject({ 'X-CSRF-Token': 'secret' });
    expect(fetched.mock.calls[1]?.[1]?.headers).not.toHaveProperty('X-CSRF-Token');
  });

  it('sends every digit of a decimal that was typed, as a number', async () => {
    const fetched = answers(201, '{}');

    await send('post', '/api/v1/rates', {
      body: {
        meter: 'acus',
        unit: 'ACU',
        kind: 'list',
        price: { amount: typed('123456789012.123456789012'), currency: 'USD' },
      },
    });

    expect(fetched.mock.calls[0]?.[1]?.body).toBe(
      '{"meter":"acus","unit":"ACU","kind":"list","price":{"amount":123456789012.123456789012,"currency":"USD"}}',
    );
  });

  it('says what the server says was wrong', async () => {
    answers(
      400,
      '{"type":"about:blank","title":"Bad","status":400,"detail":"wrong","violations":[{"parameter":"top","expected":"a number","found":"x"}]}',
      'application/problem+json',
    );

    const error = await get('/api/v1/usage').catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).violations[0]?.parameter).toBe('top');
  });
});
