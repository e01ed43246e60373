'use strict';
// Run by `node --test` in this folder. With BREAKWATER_URL and BREAKWATER_KEY it asks that server too.

const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const { createServer } = require('node:http');
const path = require('node:path');
const test = require('node:test');
const plugin = require('./index.js');

// What `bw decide examples/posts.jsonl` printed.
const RECORDED = readFileSync(path.join(__dirname, '..', 'decisions.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const INPUT = { orgId: 'org', contentId: 'p1', value: { type: 'STRING', value: 'ñandú 💥' } };

const signalWith = (credential, timeoutMs) =>
  plugin.createSignals({ integrationId: 'BREAKWATER', getCredential: async () => credential }, timeoutMs)[0].signal;

/** A server on this machine that keeps what it was asked and answers what it is told to. */
async function withPeer(answer, then) {
  const asked = [];
  const server = createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      asked.push({ url: request.url, headers: request.headers, body: Buffer.concat(parts).toString() });
      answer(response);
    });
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${server.address().port}`;
  try {
    return await then(signalWith({ url, apiKey: 'bw_example' }, 400), asked);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const answer = (status, body, headers = {}) => (response) => response.writeHead(status, headers).end(body);
const decision = (each) => answer(200, JSON.stringify(each), { 'Content-Type': 'application/json' });

test('sends the event with the key, and each text as a request of its own', async () => {
  await withPeer(decision(RECORDED[0]), async (signal, asked) => {
    await signal.run(INPUT);
    await signal.run(INPUT);
    await signal.run({ ...INPUT, value: { type: 'STRING', value: 'another field' } });
    assert.equal(asked[0].url, '/v1/decisions');
    assert.equal(asked[0].headers.authorization, 'Bearer bw_example');
    assert.equal(asked[0].headers['x-deadline-ms'], '400');
    assert.equal(asked[0].body, '{"id":"p1","text":"ñandú 💥"}');
    const keys = asked.map((each) => each.headers['idempotency-key']);
    assert.equal(keys[0], keys[1]);
    assert.notEqual(keys[0], keys[2]);
  });
});

test('recorded decisions become neutral deeds', async () => {
  const deeds = {};
  for (const each of RECORDED) {
    const { score, outputType } = await withPeer(decision(each), (signal) => signal.run(INPUT));
    assert.equal(outputType.scalarType, 'STRING');
    (deeds[each.outcome] ??= new Set()).add(score);
  }
  assert.deepEqual(deeds.remove, new Set(['hide']));
  assert.deepEqual(deeds.allow, new Set(['none']));
  assert.deepEqual(deeds.allow_with_resources, new Set(['none']), 'who asks is not told apart');
  assert.deepEqual(deeds.escalate, new Set(['review']));
  assert.deepEqual(deeds.review, new Set(['review']));
  assert.equal(plugin.deed({ outcome: 'review', actions: [{ action: 'remove_content' }] }), 'hide');
});

test('whatever goes wrong is thrown, and says nothing of the text', async () => {
  const faults = {
    'not logged': answer(503, '{}'),
    refused: answer(400, '{}'),
    redirect: answer(307, '', { Location: 'http://127.0.0.1:1/' }),
    'no JSON': answer(200, '<html>'),
    'no decision': answer(200, '{}'),
    'too long': answer(200, `[${' '.repeat(1 << 20)}]`),
    'hung up': (response) => response.destroy(),
    'says nothing': () => {},
  };
  for (const [name, behaviour] of Object.entries(faults))
    await withPeer(behaviour, (signal) =>
      assert.rejects(signal.run(INPUT), (fault) => /^breakwater: /.test(fault.message) && !fault.message.includes('ñandú'), name),
    );
  await assert.rejects(signalWith({ url: 'http://127.0.0.1:1', apiKey: 'bw_example' }).run(INPUT), /not known/);
});

test('without address, key or id it is disabled, or errs', async () => {
  for (const credential of [undefined, {}, { url: 'http://127.0.0.1:1' }, { url: 1, apiKey: 2 }]) {
    const signal = signalWith(credential);
    assert.equal((await signal.getDisabledInfo('org')).disabled, true);
    await assert.rejects(signal.run(INPUT), /no address or key/);
  }
  const signal = signalWith({ url: 'http://127.0.0.1:1', apiKey: 'bw_example' });
  assert.deepEqual(await signal.getDisabledInfo('org'), { disabled: false });
  await assert.rejects(signal.run({ ...INPUT, contentId: undefined }), /has no id/);
});

test('a server answers', { skip: !process.env.BREAKWATER_URL }, async () => {
  const signal = signalWith({ url: process.env.BREAKWATER_URL, apiKey: process.env.BREAKWATER_KEY }, 20_000);
  const of = async (contentId, value) => (await signal.run({ ...INPUT, contentId, value: { type: 'STRING', value } })).score;
  const offer = 'trips to the north every Friday, 6000 a head, inbox +1 202 555 0123';
  assert.equal(await of('coop-1', offer), 'hide');
  assert.equal(await of('coop-1', 'lovely weather in Oaxaca today'), 'none');
});
