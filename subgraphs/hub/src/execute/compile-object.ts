import {
  getArgumentValues,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type SelectionNode,
} from 'graphql';
import { collectFields } from './collect-fields.js';
import { compileValue } from './compile-value.js';
import { ignore, showWhenThere } from './promises.js';
import { NO_INFO, NotCompiled, type Run, type Scope, type Show } from './scope.js';

type Arguments = Readonly<Record<string, unknown>>;

/** One field of the answer: how its value is found in its object, and how it is shown. */
interface CompiledField {
  readonly key: string;
  readonly find: (source: unknown, run: Run) => unknown;
  readonly show: Show;
}

const NO_ARGUMENTS: Arguments = Object.freeze({});

/** Shows an object of a type as the selections ask: an object with all their keys, or a promise of it. */
export function compileObject(type: GraphQLObjectType, selections: readonly SelectionNode[], scope: Scope): Show {
  if (type.isTypeOf) throw new NotCompiled('isTypeOf');
  const fields = [...collectFields(type, selections, scope)].map(([key, nodes]) =>
    compileField(type, { key, nodes }, scope),
  );
  return (source, run) => showObject(fields, source, run);
}

function showObject(fields: readonly CompiledField[], source: unknown, run: Run): unknown {
  const shown: Record<string, unknown> = {};
  let waiting: Promise<unknown>[] | undefined;
  try {
    for (const { key, find, show } of fields) {
      const value = showWhenThere(find(source, run), show, run);
      shown[key] = value;
      if (value instanceof Promise) (waiting ??= []).push(value.then((one) => (shown[key] = one)));
    }
  } catch (error) {
    ignore(waiting ?? []);
    throw error;
  }
  return waiting === undefined ? shown : Promise.all(waiting).then(() => shown);
}

function compileField(
  type: GraphQLObjectType,
  { key, nodes }: { key: string; nodes: readonly FieldNode[] },
  scope: Scope,
): CompiledField {
  const [node] = nodes;
  const name = node?.name.value ?? '';
  if (name === '__typename') return { key, find: () => type.name, show: (value) => value };
  const field = type.getFields()[name];
  if (node === undefined || field === undefined || name.startsWith('_') || key === '__proto__')
    throw new NotCompiled(name);
  const selections = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  return { key, find: compileFind(field, node), show: compileValue(field.type, selections, scope) };
}

function compileFind(field: GraphQLField<unknown, unknown>, node: FieldNode): CompiledField['find'] {
  const { name, resolve } = field;
  const argumentsOf =
    field.args.length === 0
      ? (): Arguments => NO_ARGUMENTS
      : ({ variables }: Run): Arguments => getArgumentValues(field, node, variables);
  if (resolve) return (source, run) => resolve(source, argumentsOf(run), run.context, NO_INFO);
  return (source, run) => {
    const object = source as Readonly<Record<string, unknown>>;
    const value = object[name];
    // As graphql-js has it: a method makes the value.
    return typeof value === 'function' ? (value.call(object, argumentsOf(run), run.context) as unknown) : value;
  };
}
