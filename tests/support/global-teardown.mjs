import { globalTeardownOf } from './global-setup.mjs';

export default async function globalTeardown() {
  await globalTeardownOf(globalThis.__prosaTest);
}
