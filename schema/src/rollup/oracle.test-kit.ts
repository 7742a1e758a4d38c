import type { Question } from './question.js';
import {
  absence,
  admits,
  amount,
  answers,
  basicsOf,
  couldPass,
  dimension,
  isFlow,
  isObserved,
  isPlace,
  levelOf,
  placed,
  under,
  weight,
} from './oracle-reading.test-kit.js';
import { ownerOf } from './simulate.test-kit.js';
import {
  COMMITTEES,
  DISTRICT,
  PLACES,
  STREETS,
  TOPICS,
  type SmallRecord,
  type SmallWorld,
} from './small-world.test-kit.js';

/** What a value has to be: computed by walking over all records for each value anew, and by digits instead of the tree. */
export interface Expected {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly missing: string | null;
  /** Level and code of every expected node, and why it is missing. */
  readonly nodes: ReadonlyMap<string, string | null>;
}

export type OracleGroup = readonly (string | null)[];
type Keys = ReadonlySet<string> | null;
type Operand = Expected & { readonly keys?: Keys; readonly from?: string };

/** One question over one world. */
export class Oracle {
  constructor(
    private readonly question: Question,
    private readonly world: SmallWorld,
  ) {}

  applies(name: string): 'GROUPED' | 'TOTAL_ONLY' | 'NONE' {
    const { by, where } = this.question;
    const filtered = (JSON.stringify(where).match(/"dimension":"(\w+)"/g) ?? []).map((text) => text.slice(13, -1));
    const can = (code: string): boolean => basicsOf(name).every((basic) => answers(basic, code));
    if (!filtered.every(can)) return 'NONE';
    return by.every(can) && (name !== 'reaching' || by.every((code) => code === 'street')) ? 'GROUPED' : 'TOTAL_ONLY';
  }

  /** The groups that have data: of records, and of places where a measure counts places. */
  groups(): OracleGroup[] {
    const { by, measures, members } = this.question;
    const grouped = measures.map(({ of }) => of).filter((name) => this.applies(name) === 'GROUPED');
    const basics = grouped.filter((name) => name !== 'reaching' || by.includes('street')).flatMap(basicsOf);
    const found = this.world.records
      .filter((record) => basics.some((basic) => this.counted(basic, [[]]).includes(record) && weight(basic, record)))
      .map((record) => by.map((code) => dimension(record, code)));
    const placesOnly = by.every(isPlace);
    const ofPlaces =
      placesOnly && grouped.some((name) => ['committees', 'teamsPerCommittee', 'reaching'].includes(name));
    if (members === 'ALL') return [...found, ...this.members()];
    const standing = this.members().filter((group) => this.passable(finest([...group, this.question.scope])));
    return ofPlaces ? [...found, ...standing] : found;
  }

  private members(): OracleGroup[] {
    const { by, scope } = this.question;
    const lists = by.map((code) => {
      if (code === 'topic') return TOPICS;
      if (code === 'quarter') return ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'];
      return (code === 'street' ? STREETS : COMMITTEES).filter((place) => under(place, scope) || under(scope, place));
    });
    const all = lists.reduce<string[][]>(
      (made, list) => made.flatMap((group) => list.map((one) => [...group, one])),
      [[]],
    );
    const [street, committee] = [by.indexOf('street'), by.indexOf('committee')];
    return all.filter((group) => street < 0 || committee < 0 || under(group[committee] ?? '', group[street] ?? ''));
  }

  value(name: string, groups: readonly OracleGroup[]): Operand {
    if (name === 'everyone') return this.plus(['bodies', 'teams'], groups);
    if (name === 'leaders') return this.plus(['bodies.leaders', 'teams.leaders'], groups);
    if (name === 'membersPerTeam') return this.ratio('teams.members', 'teams', groups);
    if (name === 'teamsPerBody') return this.ratio('teams', 'bodies', groups);
    if (name === 'rate') return this.ratio('yes', 'asked', groups);
    if (name === 'teamsPerCommittee') return this.ratio('teams', 'committees', groups);
    if (name === 'committees') return { ...plain(this.places(COMMITTEES, groups).length), nodes: new Map() };
    return name === 'reaching' ? this.reaching(groups) : this.basic(name, groups);
  }

  private basic(name: string, groups: readonly OracleGroup[]): Operand {
    const records = this.counted(name, groups).filter((record) => weight(name, record) || !isObserved(name));
    const nodes = this.nodes(name, groups);
    const keys = name.endsWith('leaders') ? new Set(records.flatMap(({ leader }) => leader ?? [])) : null;
    const from = isObserved(name) ? [...new Set(records.map(({ place }) => place))].sort() : null;
    if (from) {
      const heard = new Set(records.map(ownerOf));
      for (const [node, reason] of nodes)
        if (reason === null && !heard.has(node.split(' ')[1] ?? '')) nodes.set(node, 'NOT_SUBMITTED');
    }
    const absent = absence([...nodes.values()]) ?? (from?.length === 0 ? 'NO_OBSERVATION' : null);
    if (absent !== null) return { ...plain(null), missing: absent, nodes };
    const sum = records.reduce((total, record) => total + amount(name, record), 0);
    return { ...plain(keys?.size ?? sum), nodes, keys, ...(from ? { from: from.join() } : {}) };
  }

  /** The records that a basic measure counts: of nodes that speak, in one of the groups. */
  private counted(name: string, groups: readonly OracleGroup[]): SmallRecord[] {
    const { scope, where, by, from, to } = this.question;
    const kind = { DISTRICT: 'Body', STREET: 'Team', COMMITTEE: 'Survey' }[levelOf(name)];
    return this.world.records.filter((record) => {
      const silent = this.world.silent[`${levelOf(name)} ${ownerOf(record) ?? ''}`] !== undefined;
      const during = !isFlow(name) || (record.begun >= (from ?? '') && record.begun <= (to ?? ''));
      const inGroup = groups.some((group) => group.every((value, i) => dimension(record, by[i] ?? '') === value));
      return (
        record.kind === kind && !silent && during && inGroup && under(record.place, scope) && admits(where, record)
      );
    });
  }

  /** A node is expected where a record of it could be in one of the groups. */
  private nodes(name: string, groups: readonly OracleGroup[]): Map<string, string | null> {
    const level = levelOf(name);
    const all = { DISTRICT: [DISTRICT], STREET: STREETS, COMMITTEE: COMMITTEES }[level];
    const expected = all.filter((node) => this.reachable(node, groups) && this.passable(node));
    return new Map(expected.map((node) => [`${level} ${node}`, this.world.silent[`${level} ${node}`] ?? null]));
  }

  private reachable(node: string, groups: readonly OracleGroup[]): boolean {
    const { scope } = this.question;
    return PLACES.some((place) => under(place, node) && under(place, scope) && this.holds(place, groups));
  }

  private passable(node: string): boolean {
    return PLACES.some((place) => under(place, node) && couldPass(this.question.where, place));
  }

  private places(all: readonly string[], groups: readonly OracleGroup[]): string[] {
    const { scope } = this.question;
    return all.filter((place) => under(place, scope) && this.passable(place) && this.holds(place, groups));
  }

  /** Whether the place itself lies in one of the groups. */
  private holds(place: string, groups: readonly OracleGroup[]): boolean {
    const { by } = this.question;
    return groups.some((group) =>
      group.every((value, i) => !isPlace(by[i] ?? '') || placed(place, by[i] ?? '') === value),
    );
  }

  private plus(names: readonly string[], groups: readonly OracleGroup[]): Operand {
    const operands = names.map((name) => this.value(name, groups));
    const nodes = allOf(operands);
    const known = operands.filter((operand) => operand.value !== null);
    const barred = operands.some(
      ({ missing }) => missing !== null && missing !== 'NODE_MISSING' && missing !== 'NOT_KEPT',
    );
    if (known.length === 0) return { ...plain(null), missing: operands[0]?.missing ?? null, nodes };
    if (barred) return { ...plain(null), missing: 'INCOMPLETE', nodes };
    const keys = known[0]?.keys ? new Set(known.flatMap((operand) => [...(operand.keys ?? [])])) : null;
    return { ...plain(keys?.size ?? known.reduce((sum, { value }) => sum + (value ?? 0), 0)), nodes, keys };
  }

  private ratio(over: string, below: string, groups: readonly OracleGroup[]): Operand {
    const [top, bottom] = [this.value(over, groups), this.value(below, groups)];
    const sides = { numerator: top.value, denominator: bottom.value, nodes: allOf([top, bottom]) };
    const lost = ({ nodes }: Operand): string =>
      [...nodes]
        .flatMap(([node, reason]) => (reason ? [node] : []))
        .sort()
        .join();
    if (top.value === null || bottom.value === null)
      return { ...sides, value: null, missing: top.missing ?? bottom.missing };
    if (lost(top) !== lost(bottom) || top.from !== bottom.from) return { ...sides, value: null, missing: 'INCOMPLETE' };
    if (bottom.value === 0) return { ...sides, value: null, missing: 'ZERO_DENOMINATOR' };
    return { ...sides, value: top.value / bottom.value, missing: null };
  }

  private reaching(groups: readonly OracleGroup[]): Operand {
    const places = this.places(STREETS, groups);
    const each = places.map((place) => {
      const alone = new Oracle({ ...this.question, by: ['street'] }, this.world);
      return alone.value('teams', [[place]]);
    });
    const reached = each.filter(({ value }) => value !== null && value >= 2).length;
    const open = each.some(
      ({ value, nodes }) => value === null || [...nodes.values()].some((reason) => reason !== null),
    );
    const missing = open ? 'INCOMPLETE' : places.length === 0 ? 'ZERO_DENOMINATOR' : null;
    const nodes = allOf(each);
    return {
      value: missing ? null : reached / places.length,
      numerator: reached,
      denominator: places.length,
      missing,
      nodes,
    };
  }
}

/** The nodes of several operands: one that is missing for any of them is missing. */
function allOf(operands: readonly Operand[]): Map<string, string | null> {
  const merged = new Map<string, string | null>();
  for (const [node, reason] of operands.flatMap(({ nodes }) => [...nodes]))
    merged.set(node, merged.get(node) ?? reason);
  return merged;
}

/** Of places that hold each other the one with the most digits. */
function finest(places: readonly (string | null)[]): string {
  return places.reduce<string>((fine, place) => (place !== null && under(place, fine) ? place : fine), DISTRICT);
}

function plain(value: number | null) {
  return { value, numerator: null, denominator: null, missing: null };
}
