import { describe, expect, test } from '@jest/globals';
import { Catalogue, isVocabulary, type KindDefinition, type WorkflowDefinition } from '@onenx/schema';
import { committeeKinds } from './kinds.js';

const working = committeeKinds.flatMap((kind) =>
  kind.workflow === undefined ? [] : [[kind.name, kind, kind.workflow] as const],
);

function statesOf({ fields }: KindDefinition, { field }: WorkflowDefinition): readonly string[] {
  const type = fields[field]?.type;
  return type !== undefined && isVocabulary(type) ? type.codes : [];
}

function reached({ initial, actions }: WorkflowDefinition): Set<string> {
  const found = new Set([initial]);
  let size = 0;
  while (size < found.size) {
    size = found.size;
    for (const { from, to } of Object.values(actions))
      if (to !== undefined && from.some((state) => found.has(state))) found.add(to);
  }
  return found;
}

describe.each(working)('the work on %s', (_, kind, workflow) => {
  const states = statesOf(kind, workflow);

  test('can reach every state of its list, and names no other', () => {
    expect([...reached(workflow)].sort()).toEqual([...states].sort());
    for (const { from } of Object.values(workflow.actions)) {
      expect(states).toEqual(expect.arrayContaining([...from]));
    }
  });

  test('writes fields alone that a new record may leave empty', () => {
    const written = Object.values(workflow.actions).flatMap(({ takes = {}, stamps = [] }) => [
      ...Object.keys(takes),
      ...stamps,
    ]);
    for (const field of [...written, ...(workflow.managed ?? [])]) {
      expect({ field, optional: kind.fields[field]?.optional }).toEqual({ field, optional: true });
    }
  });
});

describe('the kinds of a committee', () => {
  test('have codes, lists and mutations of their own', () => {
    const names = [
      committeeKinds.map(({ code }) => code),
      committeeKinds.map(({ plural }) => plural),
      working.flatMap(([, , { actions }]) => Object.keys(actions)),
    ];
    for (const list of names) expect(new Set(list).size).toBe(list.length);
  });

  test('make a catalogue in which a dimension has one list, whatever the kind', () => {
    const { dimensions } = Catalogue.of(committeeKinds, []);
    for (const { name, fields } of committeeKinds) {
      for (const [field, { dimension, type }] of Object.entries(fields)) {
        if (dimension === undefined) continue;
        expect({ name, field, list: isVocabulary(type) ? type : null }).toEqual({
          name,
          field,
          list: expect.objectContaining({
            name: (dimensions.get(dimension) as { vocabulary?: { name: string } }).vocabulary?.name,
          }),
        });
      }
    }
  });

  test('keep nobody who is party to a matter: what is personal is no dimension and in no measure', () => {
    for (const { fields, measures } of committeeKinds) {
      const personal = Object.keys(fields).filter((field) => fields[field]?.personal);
      expect(personal.filter((field) => fields[field]?.dimension !== undefined)).toEqual([]);
      for (const { formula } of measures)
        expect(personal.filter((field) => formula.split(/\W+/).includes(field))).toEqual([]);
    }
  });
});
