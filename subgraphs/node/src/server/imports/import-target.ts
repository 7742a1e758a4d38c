import { kindNamed } from '../../import/kind-named.js';
import { PARAMETER_KIND, PARAMETERS } from '../../parameters/import-parameters.js';
import type { ParameterBook } from '../../parameters/parameter-book.js';
import type { Exchange } from '../rest/exchange.js';
import type { RunImport } from './import-job.js';
import { readImportQuery } from './import-query.js';
import { allowedTo, recordImport } from './importable.js';
import { expectParameterRole, parameterImport } from './parameter-import.js';

/** What a request wants to import, as far as that is known before its body is read. */
export interface ImportTarget {
  /** The name of a kind, or what else is imported. */
  readonly kind: string;
  readonly source: string;
  readonly importOf: (file: string) => RunImport;
}

/** @throws KIND_UNKNOWN, ARGUMENT_INVALID, ROLE_REQUIRED */
export function importTarget({ path, query, context }: Exchange, book: ParameterBook): ImportTarget {
  const name = path[1] ?? '';
  if (name === PARAMETERS) {
    expectParameterRole(context);
    const importOf = (file: string): RunImport => parameterImport(context, { file, book });
    return { kind: PARAMETER_KIND, source: PARAMETERS, importOf };
  }
  const kind = kindNamed(context.services.kinds, name, [PARAMETERS]);
  const asked = readImportQuery(query);
  allowedTo(kind, context);
  return {
    kind: kind.name,
    source: asked.source,
    importOf: (file) => recordImport(kind, context, { file, query: asked }),
  };
}
