// `npm start`: installs and builds what is missing, then runs every part until Ctrl-C.
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { fail, installPackages, requireNode, say } from './install.mjs';

requireNode();
if (existsSync('.env')) process.loadEnvFile('.env');
installPackages();

const { build } = await import('./build.mjs');
try {
  await build();
} catch (error) {
  fail(`The build failed: ${error.message}`);
}

const { readEnv } = await import(pathToFileURL(resolve('dist/settings.js')).href);
let env;
try {
  env = readEnv(process.env);
} catch (error) {
  fail(error.message);
}

const { Supervisor } = await import('./supervisor.mjs');
const supervisor = new Supervisor(env);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void supervisor.stop(0));

try {
  await supervisor.start();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  await supervisor.stop(1);
}
if (!supervisor.stopping) say(banner(env));

function banner(settings) {
  const lines = ['', `Prosa is ready: ${settings.publicUrl}`];
  if (!settings.production) {
    lines.push('  Login                demo@prosa.local / demo-prosa');
    lines.push('  Platform admin       admin@prosa.local / admin-prosa');
  }
  if (settings.sandbox.on)
    lines.push(`  The phone            ${settings.sandbox.url}  (write as a customer)`);
  if (settings.temporal.embedded)
    lines.push(`  Temporal UI          http://localhost:${settings.temporal.uiPort}`);
  lines.push(`  API documentation    ${settings.publicUrl}/docs`);
  lines.push(`  Data                 ${settings.dataDir}`);
  lines.push('Ctrl-C stops everything.', '');
  return lines.join('\n');
}
