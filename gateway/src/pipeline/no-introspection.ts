import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql';
import { OneNXError } from '@onenx/schema';

/** A rule of validation that refuses the fields which tell the schema; `__typename` passes. */
export function NoIntrospectionRule(context: ValidationContext): ASTVisitor {
  return {
    Field: (node) => {
      const found = node.name.value;
      if (found !== '__schema' && found !== '__type') return;
      const originalError = new OneNXError('INTROSPECTION_CLOSED', { found });
      context.reportError(new GraphQLError(originalError.message, { nodes: node, originalError }));
    },
  };
}
