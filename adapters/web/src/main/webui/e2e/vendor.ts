import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The one that it takes. */
export const KEY = 'sk-stand-in-of-a-proxy';

/** Far from every figure that anybody else looks at. */
export const DAY_WITH_USAGE = '2019-03-06';

/** A proxy of LiteLLM with usage on one day of the past. It answers when it is let. */
export async function startVendor() {
  const held: (() => void)[] = [];
  let answers = Infinity;
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://vendor');
    const answer = () => {
      if (request.headers.authorization === `Bearer ${KEY}`) {
        send(response, 200, statementOf(searchParams.get('start_date') ?? ''));
      } else {
        send(response, 401, { error: 'Authentication Error' });
      }
    };
    if (answers > 0) {
      answers -= 1;
      answer();
    } else {
      held.push(answer);
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Whatever is asked after so many answers waits. */
    hold: (after = 0) => {
      answers = after;
    },
    release: () => {
      answers = Infinity;
      held.splice(0).forEach((answer) => {
        answer();
      });
    },
    close: () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, status: number, document: unknown) {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(document));
}

/** Of nobody known, so that nobody new is there to be chosen by others. */
function statementOf(day: string) {
  const metrics = { spend: 1.5, prompt_tokens: 30, completion_tokens: 20, api_requests: 1 };
  const key = { metrics, metadata: {} };
  const model = { metrics, metadata: {}, api_key_breakdown: { 'hash-of-a-key': key } };
  const results =
    day === DAY_WITH_USAGE ? [{ date: day, metrics, breakdown: { models: { 'e2e-model': model } } }] : [];
  return { results, metadata: { api_key_limit: 100, total_api_keys: results.length } };
}
