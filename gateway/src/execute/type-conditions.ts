import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

/** Answers, from the whole supergraph, whether an object's type name meets a condition of the plan. Answers are kept. */
export class TypeConditions {
  readonly #known = new Map<string, boolean>();

  constructor(readonly schema: GraphQLSchema) {}

  /** True when the type is, implements or belongs to one of the conditions; and for an object that names no type. */
  meets(typename: string | undefined, conditions: readonly string[]): boolean {
    return typename === undefined || conditions.some((condition) => this.satisfies(typename, condition));
  }

  /** True when the type is, implements or belongs to the condition. */
  satisfies(typename: string, condition: string): boolean {
    if (typename === condition) return true;
    const key = `${typename} ${condition}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = this.#isSubType(typename, condition);
    // A type name that the schema does not have is never kept: a faulty service could send any number of them.
    if (this.schema.getType(typename) !== undefined) this.#known.set(key, found);
    return found;
  }

  #isSubType(typename: string, condition: string): boolean {
    const type = this.schema.getType(typename);
    const abstract = this.schema.getType(condition);
    if (!isObjectType(type) && !isInterfaceType(type)) return false;
    return isAbstractType(abstract) && this.schema.isSubType(abstract, type);
  }
}
