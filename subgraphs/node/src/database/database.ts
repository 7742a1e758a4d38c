import { bringUpToDate, schemaStateEntity } from './schema-state.js';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { MikroORM as PostgreSqlORM } from '@mikro-orm/postgresql';
import { MikroORM as SqliteORM, type EntityManager } from '@mikro-orm/sqlite';
import { OneNXError, type KindDefinition } from '@onenx/schema';
import { attachmentEntity } from '../attachments/attachment.entity.js';
import { dialectOf, shownLocation, type Dialect } from './dialect.js';
import { historyEntity, recordEntity } from './record.entity.js';
import { changeLogEntity } from './change-log.entity.js';
import { changeRequestEntity } from './change-request.entity.js';
import { legalParameterEntity } from './legal-parameter.entity.js';
import { sql, type Sql } from './sql.js';
import { importBatchEntity, placeEntity } from './tree.entity.js';

export interface DatabaseOptions {
  /** A `postgres://` address, or the file of an embedded database (`:memory:` for none). */
  readonly location: string;
  readonly kinds: readonly KindDefinition[];
  /** Told the text of every statement that runs; tests count them. */
  readonly onStatement?: (text: string) => void;
}

/** The database of one node server. Opening it brings its tables up to date, and changes nothing when they are. */
export class NodeDatabase {
  /** The last of this process's writing transactions; the next begins when it is over, whatever became of it. */
  private last: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly orm: SqliteORM | PostgreSqlORM,
    readonly dialect: Dialect,
  ) {}

  /** @throws DATABASE_UNREADY when it cannot be reached, or its tables cannot be made. */
  static async open(options: DatabaseOptions): Promise<NodeDatabase> {
    const dialect = dialectOf(options.location);
    if (dialect === 'postgresql') expectAddress(options.location);
    let orm: SqliteORM | PostgreSqlORM | undefined;
    try {
      orm = dialect === 'sqlite' ? await openSqlite(options) : await openPostgreSql(options);
      await bringUpToDate(orm, dialect);
      return new NodeDatabase(orm, dialect);
    } catch (cause) {
      await orm?.close(true);
      throw unready(options.location, cause);
    }
  }

  /** A fresh unit of work. */
  em(): EntityManager {
    return this.orm.em.fork() as unknown as EntityManager;
  }

  /** Runs one statement; numbers that a driver gives as text (sums of 64-bit integers) stay text. */
  async query<Row>(statement: Sql, em: EntityManager = this.em()): Promise<Row[]> {
    return em.execute<Row[]>(statement.text, this.bind(statement.params), 'all');
  }

  /**
   * Runs what writes in one transaction. A node has one writer at a time, on either database and over any number of
   * processes: what a change has looked at (its record, its key, what its rules ask for) still holds when it is written, no
   * two writers wait for each other crosswise, and numbers of the feed become visible in their order. Not to be nested.
   */
  async write<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    // Here, so that those who wait do so without a connection, which readers need.
    const turn = this.last.then(async () =>
      this.em().transactional(async (em) => {
        await this.query(this.dialect === 'postgresql' ? LOCK : BECOME_WRITER, em);
        return work(em);
      }),
    );
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /**
   * SQLite has no booleans: its driver takes them as numbers. Neither database takes a NUL, which ends the text of a
   * statement: what stands for it is no character of Unicode, so that nothing is found by it.
   */
  private bind(params: readonly unknown[]): unknown[] {
    return params.map((value) => {
      if (typeof value === 'string') return value.replaceAll('\0', '\uffff');
      return typeof value === 'boolean' && this.dialect === 'sqlite' ? Number(value) : value;
    });
  }

  async isReady(): Promise<boolean> {
    return this.orm.isConnected();
  }

  async close(): Promise<void> {
    await this.orm.close(true);
  }
}

/** Any number that nothing else locks by; held to the end of the transaction. */
const LOCK = sql`SELECT pg_advisory_xact_lock(6010017)`;

/** Changes nothing. SQLite waits for another writer only with a transaction that has not read yet. */
const BECOME_WRITER = sql`DELETE FROM "change_request" WHERE 1 = 0`;

function unready(location: string, cause: unknown): OneNXError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new OneNXError('DATABASE_UNREADY', { found: shownLocation(location), expected: reason }, { cause });
}

/** Before a driver sees it: its error about an address that is none names it whole, with the password. */
function expectAddress(location: string): void {
  if (URL.canParse(location)) return;
  const expected = 'its address should be postgres://user:password@host:port/name, signs in the password %-encoded';
  throw new OneNXError('DATABASE_UNREADY', { found: shownLocation(location), expected });
}

function common({ kinds, onStatement }: DatabaseOptions, dialect: Dialect) {
  return {
    entities: [
      placeEntity(dialect),
      importBatchEntity(dialect),
      changeRequestEntity(dialect),
      changeLogEntity(dialect),
      schemaStateEntity(dialect),
      legalParameterEntity(dialect),
      attachmentEntity(dialect),
      ...kinds.flatMap((kind) => [recordEntity(kind, dialect), historyEntity(kind, dialect)]),
    ],
    allowGlobalContext: false,
    ...(onStatement === undefined
      ? {}
      : { debug: ['query' as const], colors: false, logger: (message: string) => onStatement(message) }),
  };
}

async function openSqlite(options: DatabaseOptions): Promise<SqliteORM> {
  if (options.location !== ':memory:') await mkdir(dirname(options.location), { recursive: true });
  const orm = await SqliteORM.init({ ...common(options, 'sqlite'), dbName: options.location });
  if (options.location !== ':memory:') {
    // Readers go on while an import writes, and a crash loses no acknowledged write.
    await orm.em.fork().execute('PRAGMA journal_mode = WAL');
    await orm.em.fork().execute('PRAGMA synchronous = FULL');
  }
  await orm.em.fork().execute('PRAGMA busy_timeout = 10000');
  return orm;
}

async function openPostgreSql(options: DatabaseOptions): Promise<PostgreSqlORM> {
  return PostgreSqlORM.init({ ...common(options, 'postgresql'), clientUrl: options.location });
}
