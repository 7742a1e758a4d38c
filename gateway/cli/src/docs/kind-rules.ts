import type { KindDefinition, Rule } from '@onenx/schema';

/** A rule of a kind and the mutations that ask it. */
export interface AskedRule {
  readonly rule: Rule;
  readonly kind: KindDefinition;
  readonly askedBy: readonly string[];
}

/** The rules of a kind, each once however many of its mutations ask it. */
export function rulesOf(kind: KindDefinition): AskedRule[] {
  const asked = [
    ...(kind.rules ?? []).map((rule) => ({ rule, by: `save${kind.name}` })),
    ...Object.entries(kind.workflow?.actions ?? {}).flatMap(([by, { rules = [] }]) =>
      rules.map((rule) => ({ rule, by })),
    ),
  ];
  const byText = Map.groupBy(asked, ({ rule: { code, zh, source } }) => [code, zh, source].join('\n'));
  return [...byText.values()].flatMap(([first, ...more]) =>
    first === undefined ? [] : [{ rule: first.rule, kind, askedBy: [first, ...more].map(({ by }) => by) }],
  );
}

/** What a broken rule does. */
export function severityOf({ severity = 'ERROR' }: Rule): string {
  return severity === 'ERROR' ? '拒绝 refused' : '提醒 told';
}
