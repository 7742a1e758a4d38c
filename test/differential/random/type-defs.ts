import { keyFields, type EntityModel, type FieldModel, type Model } from './model.js';

/** The SDL of one subgraph of a model. */
export function typeDefsOf(model: Model, subgraph: string): string {
  const fieldsOf = (fields: readonly FieldModel[]): string[] =>
    fields.filter(({ owners }) => owners.includes(subgraph)).map((field) => written(field));
  const block = (head: string, lines: readonly string[]): string =>
    lines.length === 0 ? '' : `${head} {\n  ${[...new Set(lines)].join('\n  ')}\n}`;
  return [
    'scalar Json',
    'enum Color { RED GREEN BLUE }',
    'input Filter { n: Int = 5  words: [String!]  color: Color  inner: Filter }',
    'type Org @shareable { key: ID! }',
    ...model.values.map(({ name, fields }) => block(`type ${name} @shareable`, fieldsOf(fields))),
    ...model.abstracts.map(({ name, kind, members }) => {
      const own = members.get(subgraph);
      if (own === undefined) return '';
      return kind === 'union' ? `union ${name} = ${own.join(' | ')}` : `interface ${name} { ${label} }`;
    }),
    ...model.entities
      .filter(({ keys }) => keys.has(subgraph))
      .map((entity) => block(headOf(model, entity, subgraph), linesOf(model, entity, subgraph))),
    block('type Query', fieldsOf(model.roots)),
    block('type Mutation', fieldsOf(model.mutations)),
  ].join('\n');
}

const label = 'label: String';

function headOf({ abstracts }: Model, { name, keys, unresolvable }: EntityModel, subgraph: string): string {
  const interfaces = abstracts.filter(
    ({ kind, members }) => kind === 'interface' && members.get(subgraph)?.includes(name),
  );
  const names = interfaces.map((one) => one.name).join(' & ');
  const resolvable = unresolvable.has(subgraph) ? ', resolvable: false' : '';
  const directives = (keys.get(subgraph) ?? []).map((key) => `@key(fields: "${key}"${resolvable})`).join(' ');
  return `type ${name}${names === '' ? '' : ` implements ${names}`} ${directives}`;
}

function linesOf(model: Model, entity: EntityModel, subgraph: string): string[] {
  const keys = (entity.keys.get(subgraph) ?? []).flatMap((key) => keyFields[key]);
  const own = entity.fields.flatMap((field): string[] => {
    if (field.owners.includes(subgraph)) return [written(field)];
    if (field.overridden === subgraph) return [signature(field)];
    return isExternal(model, entity, field, subgraph) ? [`${signature(field)} @external`] : [];
  });
  return [...keys, ...(hasLabel(model, entity, subgraph) ? [`${label} @shareable`] : []), ...own];
}

/** Whether an interface of the subgraph asks the entity for a label. */
export function hasLabel({ abstracts }: Model, { name }: EntityModel, subgraph: string): boolean {
  return abstracts.some(({ kind, members }) => kind === 'interface' && members.get(subgraph)?.includes(name));
}

/** Whether the subgraph has another's field of the entity, to compute with it or to give it along. */
export function isExternal(model: Model, entity: EntityModel, { name }: FieldModel, subgraph: string): boolean {
  if (entity.fields.some(({ requires, owners }) => owners.includes(subgraph) && requires?.field === name)) return true;
  const all = [...model.roots, ...model.mutations, ...model.entities.flatMap(({ fields }) => fields)];
  return all.some((field) => field.owners.includes(subgraph) && field.type === entity.name && field.provides === name);
}

function signature({ name, type, wrappers, hasArguments }: FieldModel): string {
  const wrapped = wrappers.reduce((text, wrapper) => (wrapper === '!' ? `${text}!` : `[${text}]`), type);
  return `${name}${hasArguments ? '(by: Filter, n: Int = 3)' : ''}: ${wrapped}`;
}

function written(field: FieldModel): string {
  return [
    signature(field),
    field.owners.length > 1 ? '@shareable' : '',
    field.isInaccessible ? '@inaccessible' : '',
    field.overridden === undefined ? '' : `@override(from: "${field.overridden}")`,
    field.requires === undefined ? '' : `@requires(fields: "${field.requires.selection}")`,
    field.provides === undefined ? '' : `@provides(fields: "${field.provides}")`,
  ].join(' ');
}
