import {
  isObjectType,
  Kind,
  print,
  type DocumentNode,
  type FieldNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { TypeConditions } from '../execute/type-conditions.js';
import { isCoveredConnection } from './silent-connection.js';

/** Under this alias a split fetch asks each connection for the cursors by which the answers are put in order. */
export const CURSORS = '_onenx_edges';

/**
 * A fetch that goes to several endpoints, its connections asked for their cursors too. Only connections of the root or of an
 * entity can have several owners: what lies within a record lies within its node.
 */
export function withCursors(document: DocumentNode, { schema }: TypeConditions): string {
  const isConnection: IsConnection = (field, parent) => {
    const type = schema.getType(parent ?? '') ?? schema.getQueryType();
    const definition = isObjectType(type) ? type.getFields()[field.name.value] : undefined;
    return definition !== undefined && isCoveredConnection(definition);
  };
  const definitions = document.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? { ...definition, selectionSet: visitSet(definition.selectionSet, undefined, isConnection) }
      : definition,
  );
  return print({ ...document, definitions });
}

type IsConnection = (field: FieldNode, parent: string | undefined) => boolean;

function visitSet(set: SelectionSetNode, parent: string | undefined, isConnection: IsConnection): SelectionSetNode {
  return { ...set, selections: set.selections.map((selection) => visitSelection(selection, parent, isConnection)) };
}

function visitSelection(
  selection: SelectionNode,
  parent: string | undefined,
  isConnection: IsConnection,
): SelectionNode {
  if (selection.kind === Kind.INLINE_FRAGMENT) {
    const type = selection.typeCondition?.name.value ?? parent;
    return { ...selection, selectionSet: visitSet(selection.selectionSet, type, isConnection) };
  }
  if (selection.kind !== Kind.FIELD || selection.selectionSet === undefined) return selection;
  if (selection.name.value === '_entities') {
    return { ...selection, selectionSet: visitSet(selection.selectionSet, parent, isConnection) };
  }
  if (!isConnection(selection, parent)) return selection;
  return {
    ...selection,
    selectionSet: { ...selection.selectionSet, selections: [...selection.selectionSet.selections, CURSOR_FIELD] },
  };
}

function field(name: string, alias: string | undefined, selections: readonly SelectionNode[]): FieldNode {
  return {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: name },
    ...(alias === undefined ? {} : { alias: { kind: Kind.NAME, value: alias } }),
    ...(selections.length === 0 ? {} : { selectionSet: { kind: Kind.SELECTION_SET, selections } }),
  };
}

const CURSOR_FIELD = field('edges', CURSORS, [field('cursor', undefined, [])]);
