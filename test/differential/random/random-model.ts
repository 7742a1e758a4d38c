import type { Tape } from '../../../gateway/src/testing/tape.js';
import {
  keyNames,
  leaves,
  type AbstractModel,
  type EntityModel,
  type FieldModel,
  type KeyName,
  type Model,
  type ValueModel,
} from './model.js';

// Few names, so that types have fields of one name and different types.
const names = ['a', 'b', 'c', 'd', 'e'];

/** A random model; not every one composes. */
export function randomModel(tape: Tape): Model {
  return new ModelMaker(tape).model();
}

class ModelMaker {
  readonly #subgraphs: string[];
  #entities: EntityModel[] = [];
  #values: ValueModel[] = [];
  #abstracts: AbstractModel[] = [];

  constructor(private readonly tape: Tape) {
    this.#subgraphs = ['north', 'south', 'east', 'west'].slice(0, 2 + tape.next(3));
  }

  model(): Model {
    const { tape } = this;
    const seed = tape.next(0xffff);
    this.#entities = Array.from({ length: 2 + tape.next(3) }, (_, index) => this.#entity(`E${index}`));
    this.#values = Array.from({ length: 1 + tape.next(2) }, (_, index) => this.#value(`V${index}`));
    this.#abstracts = Array.from({ length: tape.next(4) }, (_, index) => this.#abstract(index));
    for (const entity of this.#entities) this.#fill(entity);
    for (const entity of this.#entities) this.#require(entity);
    const roots = this.#subgraphs.flatMap((subgraph) => [this.#root(subgraph, 'q0'), this.#root(subgraph, 'q1')]);
    const mutations = tape.once(2) ? this.#subgraphs.map((subgraph) => this.#root(subgraph, 'm')) : [];
    return {
      seed,
      subgraphs: this.#subgraphs,
      entities: this.#entities,
      values: this.#values,
      abstracts: this.#abstracts,
      roots,
      mutations,
    };
  }

  #entity(name: string): EntityModel {
    const first = this.tape.pick(keyNames);
    const second = this.tape.pick(keyNames);
    const homes = this.#someSubgraphs();
    const keys = new Map<string, KeyName[]>();
    // The first home has every key, so that whoever has one of them can get to the others.
    for (const [index, home] of homes.entries()) {
      const own = index === 0 ? [first, second] : this.tape.pick([[first], [second], [first, second]]);
      keys.set(home, [...new Set(own)]);
    }
    return { name, keys, unresolvable: new Set(), fields: [] };
  }

  #value(name: string): ValueModel {
    const fields = names.slice(0, 1 + this.tape.next(3)).map((field) => this.#leaf(field, this.#subgraphs));
    return { name, fields: fields.map((field) => ({ ...field, isInaccessible: false })) };
  }

  #abstract(index: number): AbstractModel {
    const kind = this.tape.pick(['interface', 'union'] as const);
    const members = new Map<string, string[]>();
    for (const subgraph of this.#someSubgraphs()) {
      const present = this.#entities.filter(({ keys }) => keys.has(subgraph)).map(({ name }) => name);
      const values = kind === 'union' ? this.#values.map(({ name }) => name) : [];
      const some = this.tape.some([...present, ...values]);
      const all = some.length === 0 ? present.slice(0, 1) : some;
      if (all.length > 0) members.set(subgraph, all);
    }
    return { name: `${kind === 'interface' ? 'I' : 'U'}${index}`, kind, members };
  }

  #fill(entity: EntityModel): void {
    const homes = [...entity.keys.keys()].filter((home) => !entity.unresolvable.has(home));
    for (const name of names.slice(0, 1 + this.tape.next(names.length))) {
      const owners = this.tape.once(4) ? this.tape.some(homes) : [];
      const field = this.#field(name, owners.length === 0 ? [this.tape.pick(homes)] : owners);
      const others = homes.filter((home) => !field.owners.includes(home));
      const isOverridden = field.owners.length === 1 && others.length > 0 && field.isLeaf && this.tape.once(8);
      entity.fields.push(isOverridden ? { ...field, overridden: this.tape.pick(others) } : field);
    }
  }

  /** Adds a field that is computed from another subgraph's. */
  #require(entity: EntityModel): void {
    const homes = [...entity.keys.keys()].filter((home) => !entity.unresolvable.has(home));
    for (const [index, home] of homes.entries()) {
      if (!this.tape.once(2)) continue;
      const foreign = entity.fields.filter(
        ({ owners, overridden, requires, type, wrappers }) =>
          !owners.includes(home) &&
          overridden !== home &&
          requires === undefined &&
          !/^[IU]\d/.test(type) &&
          // How far a required null that cannot be takes effect is a matter of the plan.
          wrappers.at(-1) !== '!',
      );
      if (foreign.length === 0) continue;
      const required = this.tape.pick(foreign);
      const selection = this.#requiredSelection(required, home);
      if (selection === undefined) continue;
      const field = this.#leaf(`r${index}`, [home]);
      entity.fields.push({ ...field, requires: { field: required.name, selection } });
    }
  }

  #requiredSelection({ name, type, isLeaf, wrappers }: FieldModel, home: string): string | undefined {
    if (isLeaf) return name;
    // Of objects in a list of lists the oracle sends nulls.
    if (wrappers.filter((wrapper) => wrapper === '[]').length > 1) return undefined;
    const value = this.#values.find((one) => one.name === type);
    if (value !== undefined) return `${name} { ${value.fields.map((field) => field.name).join(' ')} }`;
    const key = this.#entities.find((one) => one.name === type)?.keys.get(home)?.[0];
    return key && `${name} { ${key} }`;
  }

  #root(subgraph: string, prefix: string): FieldModel {
    const { tape } = this;
    const field = tape.once(8) ? this.#leaf('', [subgraph]) : this.#composite('', [subgraph]);
    return { ...field, name: `${prefix}_${subgraph}`, isInaccessible: false };
  }

  #field(name: string, owners: readonly string[]): FieldModel {
    return this.tape.next(2) === 0 ? this.#leaf(name, owners) : this.#composite(name, owners);
  }

  #leaf(name: string, owners: readonly string[]): FieldModel {
    const type = this.tape.pick(leaves);
    return { ...this.#shape(name, owners), type, isLeaf: true };
  }

  #composite(name: string, owners: readonly string[]): FieldModel {
    const abstracts = this.#abstracts.filter(({ members }) => inAll(members, owners).length > 0);
    const others = [...this.#values, ...abstracts].map((one) => one.name);
    // An entity twice as often as all others together.
    const isEntity = others.length === 0 || this.tape.next(3) > 0;
    const shape = this.#shape(name, owners);
    if (!isEntity) return { ...shape, type: this.tape.pick(others), isLeaf: false };
    const target = this.tape.pick(this.#entities);
    for (const owner of owners) this.#refer(target, owner);
    const foreign = target.fields.filter(
      (field) => field.isLeaf && !field.overridden && !field.requires && !field.hasArguments,
    );
    const provided = foreign.find((field) => !field.owners.some((owner) => owners.includes(owner)));
    const isProviding = owners.length === 1 && provided !== undefined && this.tape.once(4);
    return { ...shape, type: target.name, isLeaf: false, ...(isProviding && { provides: provided.name }) };
  }

  /** A subgraph that refers to an entity has its first key. */
  #refer(entity: EntityModel, subgraph: string): void {
    if (entity.keys.has(subgraph)) return;
    const [keys = ['id']] = entity.keys.values();
    entity.keys.set(subgraph, keys.slice(0, 1));
    if (this.tape.once(2)) entity.unresolvable.add(subgraph);
  }

  #shape(name: string, owners: readonly string[]): Omit<FieldModel, 'type' | 'isLeaf'> {
    const wrappers: ('!' | '[]')[] = [];
    for (let lists = this.tape.pick([0, 0, 1, 2]); lists > 0; lists--)
      wrappers.push(...(this.tape.once(3) ? (['!'] as const) : []), '[]');
    if (this.tape.once(4)) wrappers.push('!');
    return { name, owners, wrappers, hasArguments: this.tape.once(5), isInaccessible: this.tape.once(20) };
  }

  #someSubgraphs(): string[] {
    const some = this.tape.some(this.#subgraphs);
    return some.length === 0 ? [this.tape.pick(this.#subgraphs)] : some;
  }
}

/** The members that every one of the subgraphs has. */
export function inAll(members: ReadonlyMap<string, readonly string[]>, subgraphs: readonly string[]): string[] {
  const [first = '', ...others] = subgraphs;
  return (members.get(first) ?? []).filter((name) => others.every((subgraph) => members.get(subgraph)?.includes(name)));
}
