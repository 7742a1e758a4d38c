import type { CodeSet, KindDefinition, Language, LegalParameters, Level, PlaceTree } from '@onenx/schema';
import type { NodeDatabase } from '../database/database.js';
import type { PartService } from '../parts/part.service.js';
import type { Actor } from '../work/actor.js';
import type { RecordWork } from '../work/record-work.js';
import type { Loaders } from './loaders.js';

/** What does not change while a level's server runs. */
export interface NodeServices {
  readonly database: NodeDatabase;
  readonly kinds: readonly KindDefinition[];
  readonly parts: PartService;
  readonly tree: PlaceTree;
  readonly parameters: LegalParameters;
  readonly level: Level;
  /** The places whose nodes this server keeps. */
  readonly codes: CodeSet;
}

/** What belongs to one request. */
export interface NodeContext {
  readonly services: NodeServices;
  readonly language: Language;
  /** The places that this request asks about: the gateway says which, else all that the server owns. */
  readonly codes: CodeSet;
  /** Today in Asia/Shanghai. */
  readonly today: string;
  readonly loaders: Loaders;
  readonly actor: Actor;
  /** Makes changes in the actor's name. */
  readonly work: RecordWork;
}
