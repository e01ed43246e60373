// The reference receiver in JavaScript: verifies one message a line from stdin, as JSON with secret,
// headers and body, and prints `good` or `bad: why` for each.
import { createInterface } from 'node:readline';
import { Webhook } from 'standardwebhooks';

for await (const line of createInterface({ input: process.stdin })) {
  const { secret, headers, body } = JSON.parse(line);
  try {
    new Webhook(secret).verify(body, headers);
    console.log('good');
  } catch (fault) {
    console.log(`bad: ${fault.message}`);
  }
}
