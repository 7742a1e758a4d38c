import { isEnumType, isIntrospectionType, type GraphQLSchema } from 'graphql';
import { code, table } from './markdown.js';

/** Every enumeration of a level, by name. */
export function codeLists(schema: GraphQLSchema): string {
  return Object.values(schema.getTypeMap())
    .filter(isEnumType)
    .filter((type) => !isIntrospectionType(type))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((type) => {
      const rows = type.getValues().map(({ name, description }) => [code(name), ...labels(description ?? '')]);
      return [`### ${type.name}`, type.description ?? '', table(['Code', '中文', 'English'], rows)].join('\n\n');
    })
    .join('\n\n');
}

/** A description says the Chinese term and, after a colon, the English one or a remark. */
function labels(description: string): [zh: string, en: string] {
  const [zh = '', ...en] = description.split(': ');
  return [zh, en.join(': ')];
}
