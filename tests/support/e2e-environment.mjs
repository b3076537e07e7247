import { TestEnvironment } from 'jest-environment-node';

/** A shared machine may stand still for a while; a page that is wrong stays wrong longer. See `openPage`. */
const TEST_TIMEOUT_MS = 180_000;
const MAX_CHARACTERS = 3_000;

/**
 * Node's environment with patience, and with what is needed to understand a failed browser test where nobody can
 * look: as soon as one fails, the address and the text of every open page and the last words of every product are
 * printed, before the next test changes them.
 */
export default class BrowserTestEnvironment extends TestEnvironment {
  async handleTestEvent(event, state) {
    if (event.name === 'run_start') state.testTimeout = TEST_TIMEOUT_MS;
    if (event.name !== 'test_fn_failure') return;
    const { openPages = [], products = [] } = this.global;
    const shown = await Promise.all(openPages.map(describe));
    const said = products.map(({ output }) => output.slice(-MAX_CHARACTERS));
    process.stderr.write(
      [`\n--- "${event.test.name}" failed`, ...shown, ...said, '---\n'].join('\n--- while there stood\n'),
    );
  }
}

async function describe(page) {
  if (page.isClosed()) return '(a closed page)';
  const text = await page.locator('body').ariaSnapshot({ timeout: 5_000 }).catch(String);
  return `${page.url()}\n${text.slice(0, MAX_CHARACTERS)}`;
}
