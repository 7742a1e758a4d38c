import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const TSC = join(ROOT, 'node_modules', '.bin', 'tsc');

/** How the client of a front-end team is compiled: strictly, and for Node's modules. */
const TSCONFIG = {
  compilerOptions: {
    target: 'es2023',
    module: 'nodenext',
    strict: true,
    exactOptionalPropertyTypes: false,
    noUnusedLocals: true,
    skipLibCheck: true,
    types: ['node'],
    rootDir: 'src',
    outDir: 'out',
  },
  include: ['src'],
};

/** Files by their path from the project's root. */
export type ProjectFiles = Readonly<Record<string, string>>;

interface Ended {
  readonly status: number;
  readonly output: string;
}

/** A client in a folder of its own, with the packages of this project; removed at the end. */
export class ClientProject implements AsyncDisposable {
  private constructor(readonly directory: string) {}

  static async of(files: ProjectFiles): Promise<ClientProject> {
    const project = new ClientProject(await mkdtemp(join(tmpdir(), 'onenx-client-')));
    await symlink(join(ROOT, 'node_modules'), join(project.directory, 'node_modules'), 'dir');
    await project.write({
      'package.json': '{ "type": "module" }',
      'tsconfig.json': JSON.stringify(TSCONFIG),
      ...files,
    });
    return project;
  }

  async write(files: ProjectFiles): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(this.directory, path)), { recursive: true });
      await writeFile(join(this.directory, path), text);
    }
  }

  /** Checks the types and compiles; what the compiler says is the output. */
  async compile(): Promise<Ended> {
    return run(TSC, ['-p', this.directory, '--pretty', 'false']);
  }

  /** Runs a compiled file in a process of its own. */
  async run(file: string, words: readonly string[]): Promise<Ended> {
    return run(process.execPath, [join(this.directory, 'out', file), ...words]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }
}

async function run(program: string, words: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    execFile(program, [...words], { timeout: 60_000 }, (error, stdout, stderr) => {
      const status = error === null ? 0 : error.code;
      if (typeof status === 'number') resolve({ status, output: stdout + stderr });
      else reject(error);
    });
  });
}
