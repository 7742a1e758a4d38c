import {
  GraphQLError,
  isScalarType,
  Kind,
  valueFromASTUntyped,
  visit,
  BREAK,
  type GraphQLSchema,
  type ValueNode,
} from 'graphql';
import { OneNXError } from '@onenx/schema';

/** Reads a value from outside; throws a OneNXError that says what is wrong with it. */
export interface ScalarParser {
  parseValue(value: unknown): unknown;
}

/**
 * Gives the schema's scalars their parsers, for variables and literals alike, so that the same wrong value has the same
 * code either way.
 */
export function attachScalars(schema: GraphQLSchema, parsers: Readonly<Record<string, ScalarParser>>): void {
  for (const [name, parser] of Object.entries(parsers)) {
    const type = schema.getType(name);
    if (!isScalarType(type)) continue;
    type.parseValue = (value) => parse(parser, value);
    type.parseLiteral = (node, variables) => {
      const value = valueFromASTUntyped(node, variables);
      // Validation reads a literal without the variables in it; their values are read when they are there.
      return variables == null && hasVariable(node) ? value : parse(parser, value, node);
    };
  }
}

function parse(parser: ScalarParser, value: unknown, node?: ValueNode): unknown {
  try {
    return parser.parseValue(value);
  } catch (error) {
    if (!(error instanceof OneNXError)) throw error;
    // graphql-js passes its own kind of error on with its extensions; of any other it keeps the message alone.
    throw new GraphQLError(error.message, { nodes: node, originalError: error, extensions: { ...error.extensions } });
  }
}

function hasVariable(node: ValueNode): boolean {
  let found = false;
  visit(node, {
    [Kind.VARIABLE]: () => {
      found = true;
      return BREAK;
    },
  });
  return found;
}
