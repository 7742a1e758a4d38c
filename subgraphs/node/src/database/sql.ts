/** A piece of SQL with its parameters kept apart from its text: what quotes them is the database layer, never this code. */
export interface Sql {
  readonly text: string;
  readonly params: readonly unknown[];
}

/** `sql\`a = ${value} AND ${fragment}\``: values become `?`, fragments are put in place. */
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): Sql {
  const params: unknown[] = [];
  const text = strings.reduce((built, string, i) => {
    if (i >= strings.length - 1) return built + string;
    const value = values[i];
    if (isSql(value)) {
      params.push(...value.params);
      return built + string + value.text;
    }
    params.push(value);
    return `${built}${string}?`;
  }, '');
  return { text, params };
}

/** A column or table of our own definitions as quoted SQL; never called with text from outside. */
export function name(identifier: string): Sql {
  if (!/^[a-z_][a-z0-9_]*$/i.test(identifier)) throw new Error(`not an identifier: ${identifier}`);
  return { text: `"${identifier}"`, params: [] };
}

/** A literal of our own; never called with text from outside. */
export function raw(text: string): Sql {
  return { text, params: [] };
}

export function join(parts: readonly Sql[], separator: string): Sql {
  return { text: parts.map((part) => part.text).join(separator), params: parts.flatMap((part) => part.params) };
}

export function list(values: readonly unknown[]): Sql {
  return join(
    values.map((value) => sql`${value}`),
    ', ',
  );
}

function isSql(value: unknown): value is Sql {
  return typeof value === 'object' && value !== null && 'text' in value && 'params' in value;
}
