'use strict';
// An integration for Coop with one signal: what Breakwater would have done with a text.
// It is CommonJS, because Coop loads integrations by `require`.
//
// The signal answers a neutral deed, never a label: Coop keeps the results of signals with the item and its
// user, and nobody who asks for help may be found by them.

const { createHash } = require('node:crypto');
const modelCard = require('./model-card.json');

const INTEGRATION = 'BREAKWATER';
const SIGNAL = 'BREAKWATER_DEED';
const OUTPUT_TYPE = { scalarType: 'STRING' };
const BYTES_MAX = 1 << 20;

/** How long one call may take in all. */
const TIMEOUT_MS = 2_000;

const manifest = {
  id: INTEGRATION,
  name: 'Breakwater',
  version: '0.1.0',
  description: 'Human smuggling and trafficking: offers, and the look-alikes that must stay.',
  requiresConfig: true,
  configurationFields: [
    { key: 'url', label: 'Address of the server', required: true, inputType: 'text', placeholder: 'https://trust.example.org' },
    { key: 'apiKey', label: 'Key with the scope `decide`', required: true, inputType: 'password' },
  ],
  signalTypeIds: [SIGNAL],
  modelCard,
};

/** The neutral word for a decision, as webhooks have it. */
function deed(decision) {
  const actions = new Set(decision.actions.map((each) => each.action));
  if (actions.has('remove_content') || actions.has('refuse_ad')) return 'hide';
  return ['review', 'escalate'].includes(decision.outcome) ? 'review' : 'none';
}

async function bounded(response) {
  const parts = [];
  let length = 0;
  for await (const part of response.body) {
    length += part.length;
    if (length > BYTES_MAX) throw new Error('answer is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** The decision on a text. What goes wrong is thrown: Coop then knows the condition as errored, not as false. */
async function decided({ url, apiKey }, id, text, timeoutMs) {
  const response = await fetch(new URL('/v1/decisions', url), {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
    headers: {
      Authorization: `Bearer ${apiKey}`,
      'Content-Type': 'application/json',
      'X-Deadline-Ms': String(timeoutMs),
      // Coop judges each field of an item, and tells no revision: each text is a request of its own.
      'Idempotency-Key': createHash('sha256').update(JSON.stringify([id, text])).digest('hex'),
    },
    body: JSON.stringify({ id, text }),
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`status ${response.status}`);
  }
  return JSON.parse(await bounded(response));
}

function signal(context, timeoutMs) {
  const credential = async (orgId) => {
    const { url, apiKey } = (await context.getCredential(orgId)) ?? {};
    return typeof url === 'string' && url && typeof apiKey === 'string' && apiKey ? { url, apiKey } : undefined;
  };
  return {
    id: { type: SIGNAL },
    displayName: 'Breakwater: what to do',
    description: '`hide`, `review` or `none`, by the policy in force on your Breakwater.',
    docsUrl: null,
    recommendedThresholds: null,
    supportedLanguages: 'ALL',
    pricingStructure: { type: 'FREE' },
    eligibleInputs: ['STRING'],
    outputType: OUTPUT_TYPE,
    getCost: () => 20,
    needsMatchingValues: false,
    eligibleSubcategories: [],
    needsActionPenalties: false,
    integration: context.integrationId,
    allowedInAutomatedRules: true,
    async getDisabledInfo(orgId) {
      return (await credential(orgId))
        ? { disabled: false }
        : { disabled: true, disabledMessage: 'Say where your Breakwater is, and its key, under Integrations.' };
    },
    async run(input) {
      const known = await credential(input.orgId);
      if (!known) throw new Error('breakwater: no address or key');
      if (typeof input.contentId !== 'string' || !input.contentId) throw new Error('breakwater: the item has no id');
      let word;
      try {
        word = deed(await decided(known, input.contentId, input.value.value, timeoutMs));
      } catch (fault) {
        // Not what was sent: it is somebody's post.
        throw new Error(`breakwater: not known: ${fault.name === 'TimeoutError' ? 'too slow' : fault.message}`);
      }
      return { outputType: OUTPUT_TYPE, score: word };
    },
  };
}

const plugin = {
  manifest,
  createSignals: (context, timeoutMs = TIMEOUT_MS) => [
    { signalTypeId: SIGNAL, signal: signal(context, timeoutMs) },
  ],
};

module.exports = plugin;
module.exports.deed = deed;
