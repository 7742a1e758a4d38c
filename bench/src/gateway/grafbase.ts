import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Contestant, World } from './contestants.js';
import { readUsage } from './proc.js';

const binary = fileURLToPath(
  new URL('../../peers/node_modules/@grafbase/cli-x86_64-unknown-linux-musl/grafbase', import.meta.url),
);

/** Starts Grafbase's binary on the subgraphs; it composes them itself. It shares identical fetches in flight, or does not. */
export async function startGrafbase({ subgraphs }: World, sharing: boolean): Promise<Omit<Contestant, 'name'>> {
  if (process.platform !== 'linux' || !existsSync(binary)) throw new Error('its binary is not installed here');
  // npm does not always keep the right to execute.
  await chmod(binary, 0o755);
  const directory = await mkdtemp(join(tmpdir(), 'onenx-bench-grafbase-'));
  const sections = [`[gateway]\ntimeout = "30s"\n\n[traffic_shaping]\ninflight_deduplication = ${sharing}\n`];
  for (const { name, sdl, url } of subgraphs) {
    await writeFile(join(directory, `${name}.graphql`), sdl);
    sections.push(`[subgraphs.${name}]\nschema_path = "${name}.graphql"\nurl = "${url}"\n`);
  }
  await writeFile(join(directory, 'grafbase.toml'), sections.join('\n'));
  const port = await freePort();
  const args = ['--home', directory, 'dev', '--config', 'grafbase.toml', '--port', String(port)];
  const child = spawn(binary, args, { cwd: directory, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (part) => (said = `${said}${String(part)}`.slice(-500)));
  const url = `http://127.0.0.1:${port}/graphql`;
  const stop = () => void child.kill('SIGKILL');
  if (!(await answers(url))) {
    stop();
    throw new Error(`it does not answer: ${said}`);
  }
  return { url, usage: () => Promise.resolve(readUsage(child.pid)), stop };
}

async function answers(url: string): Promise<boolean> {
  const headers = { 'content-type': 'application/json' };
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      const { ok } = await fetch(url, { method: 'POST', headers, body: '{"query":"{__typename}"}' });
      if (ok) return true;
    } catch {
      // Not yet.
    }
    await sleep(100);
  }
  return false;
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
