// Builds the UI for Maven: installs when the lock has changed, builds when a source is newer than the last build.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${process.versions.node} is too old: the UI needs Node 20.19 or newer (https://nodejs.org).`);
  process.exit(1);
}

const contract = '../contracts/src/main/resources/openapi/outloud.yaml';
const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json', contract];
const generated = join('src', 'lib', 'api', 'schema.d.ts');

function npm(...args) {
  const result = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

function changedAt(path) {
  if (path === generated || !existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

const installed = join('node_modules', '.package-lock.json');
if (changedAt(installed) < changedAt('package-lock.json')) {
  npm('ci');
  const now = new Date();
  utimesSync(installed, now, now);
}

const built = join('dist', 'index.html');
if (!existsSync(generated) || changedAt(built) <= Math.max(...sources.map(changedAt))) {
  // Files have their content in their name: those of the last build would stay in the jar
  for (const old of ['dist', join('target', 'classes', 'META-INF', 'resources')]) rmSync(old, { recursive: true, force: true });
  npm('run', 'build');
}
