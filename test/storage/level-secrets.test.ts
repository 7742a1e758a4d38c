import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { levelSchema, NodeDatabase } from '@onenx/node';
import { parse } from 'graphql';
import { LEVELS } from '@onenx/schema';
import { onEachDatabase } from '../kit/databases.js';
import { ask, filledLevel, levelServers, reasonOf } from '../kit/level.js';
import { kindsOf, organizations, SECRET, teams } from '../kit/street-world.js';

onEachDatabase('a level server keeps to itself', (open) => {
  const start = levelServers();

  test.each(['DISTRICT', 'STREET'] as const)(
    'the personal fields of the %s level, whoever asks for what',
    async (level) => {
      const server = await start(await filledLevel(open, level), level);
      const [kind] = kindsOf[level];
      const shown = Object.entries(kind?.fields ?? {}).filter(([, field]) => !field.personal);
      const { plural = '', name = '' } = kind ?? {};
      const id = (level === 'STREET' ? teams : organizations)[0]?.['id'];
      const fields = shown.map(([field]) => field).join(' ');
      const source = `query ($all: [_Any!]!) { list: ${plural}(under: "310105", first: 1000) { nodes { id version state updatedAt ${fields} } edges { cursor } } _entities(representations: $all) { ... on ${name} { ${fields} } } }`;
      const answer = await ask(server, source, { variables: { all: [{ __typename: name, id }] } });
      expect(answer.errors).toBeUndefined();
      expect(JSON.stringify(answer)).not.toContain(SECRET);
      const personal = Object.entries(kind?.fields ?? {}).find(([, field]) => field.personal)?.[0];
      expect((await ask(server, `{ ${plural}(under: "310105") { nodes { ${personal} } } }`)).errors).toHaveLength(1);
      expect(
        (await ask(server, `{ ${plural}(under: "310105", where: { ${personal}: { eq: "x" } }) { totalCount } }`))
          .errors,
      ).toHaveLength(1);
    },
  );

  test('the password of its database, also where it does not start without a tree of places', async () => {
    const database = await open(kindsOf.STREET);
    const failure = await reasonOf(start(database, 'STREET'));
    expect(failure).toMatchObject({ code: 'EDITION_UNKNOWN' });
    expect(inspect(failure, { depth: 9 })).not.toContain('onenx:onenx');
  });
});

describe('an address of a database', () => {
  test.each([
    'postgres://user:s3cret@127.0.0.1:1/x',
    'postgres://user:s3cret@host:no-port/x',
    'postgresql://user:p/s3cret@127.0.0.1:1/x?password=s3cret',
  ])('that does not work is named without its password: %s', async (location) => {
    const failure = await reasonOf(NodeDatabase.open({ location, kinds: [] }));
    expect(failure).toMatchObject({ code: 'DATABASE_UNREADY' });
    expect(inspect(failure, { depth: 9 })).not.toContain('s3cret');
  });
});

describe('the SDL of a level', () => {
  test.each(LEVELS)('never gives a personal field, nor searches by one: %s', (level) => {
    const { sdl, localSdl } = levelSchema(level, kindsOf[level]);
    const personal = kindsOf[level].filter((kind) => Object.values(kind.fields).some((field) => field.personal));
    expect(personal).not.toEqual([]);
    for (const kind of personal) {
      const names = Object.keys(kind.fields).filter((name) => kind.fields[name]?.personal);
      for (const text of [sdl, localSdl]) {
        expect(fieldsIn(text, [kind.name, `${kind.name}Where`]).filter((name) => names.includes(name))).toEqual([]);
      }
    }
  });
});

function fieldsIn(sdl: string, types: readonly string[]): string[] {
  return parse(sdl).definitions.flatMap((definition) =>
    'fields' in definition && types.includes(definition.name?.value ?? '')
      ? (definition.fields ?? []).map(({ name }) => name.value)
      : [],
  );
}
