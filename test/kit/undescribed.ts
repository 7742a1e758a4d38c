import { isTypeSystemDefinitionNode, Kind, parse, visit, type ASTNode, type StringValueNode } from 'graphql';

/** What a description is missing at: `Street.activityTeams.first`, and what stands there instead. */
export interface Undescribed {
  readonly at: string;
  readonly found: string | null;
}

/**
 * Every type, field, argument, input field, enum value and directive of a schema document that has no description with the
 * Chinese term. What federation adds to a document by itself is left out: `_Any`, `join__Field`, `@link`.
 */
export function undescribed(sdl: string): Undescribed[] {
  const missing: Undescribed[] = [];
  const path: string[] = [];
  visit(parse(sdl), {
    enter(node) {
      const name = nameOf(node);
      if (name === undefined) return undefined;
      if (isOfFederation(node, name)) return false;
      path.push(name);
      if (isDescribed(node) && !isChinese(node.description)) {
        missing.push({ at: path.join('.'), found: node.description?.value ?? null });
      }
      return undefined;
    },
    leave(node) {
      if (nameOf(node) !== undefined) path.pop();
    },
  });
  return missing;
}

type Describable = ASTNode & { readonly description?: StringValueNode | undefined };

const MEMBERS: ReadonlySet<Kind> = new Set([
  Kind.FIELD_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
]);

function isDescribed(node: ASTNode): node is Describable {
  return (isTypeSystemDefinitionNode(node) && node.kind !== Kind.SCHEMA_DEFINITION) || MEMBERS.has(node.kind);
}

function isChinese(description: StringValueNode | undefined): boolean {
  return /\p{Script=Han}/u.test(description?.value ?? '');
}

/** The names of definitions, extensions and their members; references to types and values have no place of their own. */
function nameOf(node: ASTNode): string | undefined {
  if (!/(Definition|Extension)$/.test(node.kind) || !('name' in node)) return undefined;
  return node.name?.value;
}

function isOfFederation(node: ASTNode, name: string): boolean {
  return name.startsWith('_') || name.includes('__') || (node.kind === Kind.DIRECTIVE_DEFINITION && name === 'link');
}
