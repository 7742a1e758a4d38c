import {
  Catalogue,
  intersect,
  OneNXError,
  parseCodeSet,
  preferredLanguage,
  type CodeSet,
  type KindDefinition,
  type Level,
} from '@onenx/schema';
import type { IncomingMessage } from 'node:http';
import { attachmentRoutes } from '../attachments/attachment-routes.js';
import { AttachmentStore, besideDatabase } from '../attachments/attachment-store.js';
import { NodeDatabase } from '../database/database.js';
import { shownLocation } from '../database/dialect.js';
import type { NodeContext, NodeServices } from '../graphql/context.js';
import type { LevelExtension } from '../graphql/level-extension.js';
import { levelSchema } from '../graphql/level-schema.js';
import { Loaders } from '../graphql/loaders.js';
import { loadTree } from '../database/load-tree.js';
import { ParameterBook } from '../parameters/parameter-book.js';
import { PartService } from '../parts/part.service.js';
import { ACTOR_HEADER, readActor } from '../work/actor.js';
import { RecordWork } from '../work/record-work.js';
import { exportRoute } from './imports/export-route.js';
import { ImportJobs } from './imports/import-jobs.js';
import { importRoutes } from './imports/import-routes.js';
import { restHandler } from './rest/router.js';
import { serveSchema } from './serve-schema.js';
import { todayInShanghai } from './today.js';

/** The header by which the gateway says for which places it asks: `310105,-310105009`. */
export const CODES_HEADER = 'x-onenx-codes';

export interface LevelServerOptions {
  readonly level: Level;
  readonly kinds: readonly KindDefinition[];
  /** What the level offers beyond its kinds. */
  readonly extensions?: readonly LevelExtension[];
  /** A `postgres://` address or the file of an embedded database. */
  readonly database: string;
  /** The directory of attached files; left out: beside the embedded database, and none beside a `postgres://` address. */
  readonly attachments?: string | undefined;
  readonly host?: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** The places whose nodes this server keeps, as a code set: `310105009`. */
  readonly owns: string;
  readonly onStatement?: (text: string) => void;
}

export interface LevelServer {
  readonly url: string;
  /** Ends requests in flight, then the database. */
  close(): Promise<void>;
}

/** Serves the nodes of one level. @throws EDITION_UNKNOWN without a tree of places, PORT_IN_USE */
export async function startLevelServer(options: LevelServerOptions): Promise<LevelServer> {
  const database = await NodeDatabase.open({ ...options, location: options.database });
  try {
    const { schema } = levelSchema(options.level, options.kinds, options.extensions);
    const book = await ParameterBook.open(database);
    const services = await servicesOf(options, { database, book });
    const ofRequest = (request: IncomingMessage): NodeContext => contextOf(request, services);
    const jobs = new ImportJobs();
    const store = await AttachmentStore.open(options.attachments ?? besideDatabase(options.database));
    const served = await serveSchema<NodeContext>({
      schema,
      host: options.host,
      port: options.port,
      contextOf: ofRequest,
      languageOf: ({ language }) => language,
      rest: restHandler([...importRoutes({ jobs, book }), exportRoute, ...attachmentRoutes(store)], ofRequest),
    });
    return {
      url: served.url,
      close: async () => {
        book.close();
        await jobs.close();
        await served.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

interface Opened {
  readonly database: NodeDatabase;
  readonly book: ParameterBook;
}

async function servicesOf(options: LevelServerOptions, { database, book }: Opened): Promise<NodeServices> {
  const { kinds, owns, level } = options;
  const tree = await loadTree(database);
  if (tree.codes().length === 0) throw new OneNXError('EDITION_UNKNOWN', { found: shownLocation(options.database) });
  const codes = parseCodeSet(owns);
  const node = codes.includes[0] ?? '';
  const catalogue = Catalogue.of(kinds, []);
  return {
    database,
    kinds,
    tree,
    level,
    codes,
    // A getter: what is imported while the server runs holds from the next request on.
    get parameters() {
      return book.current;
    },
    parts: new PartService({ database, catalogue, tree, node }),
  };
}

/** What belongs to one request. Exported for tests that count statements without a server. */
export function requestContext(
  services: NodeServices,
  asked: { codes?: string | undefined; language?: string | undefined; actor?: string | undefined },
): NodeContext {
  const codes: CodeSet =
    asked.codes === undefined ? services.codes : intersect(services.codes, parseCodeSet(asked.codes));
  const today = todayInShanghai();
  const { database, kinds, tree, parameters } = services;
  const actor = readActor(asked.actor, services);
  return {
    services,
    codes,
    today,
    language: preferredLanguage(asked.language),
    loaders: new Loaders({ database, tree, codes, today, actor }),
    actor,
    work: new RecordWork({ database, kinds, tree, codes, parameters, actor, today, now: () => new Date() }),
  };
}

function contextOf(request: IncomingMessage, services: NodeServices): NodeContext {
  const codes = request.headers[CODES_HEADER];
  const actor = request.headers[ACTOR_HEADER];
  return requestContext(services, {
    codes: Array.isArray(codes) ? codes.join() : codes,
    actor: Array.isArray(actor) ? actor.join() : actor,
    language: request.headers['accept-language'],
  });
}
