import { aliasClashes } from './alias-clashes.js';
import { entityInterfaces } from './entity-interfaces.js';
import { enumsInputs } from './enums-inputs.js';
import { inaccessible } from './inaccessible.js';
import { interfaceObject } from './interface-object.js';
import { keys } from './keys.js';
import { mutations } from './mutations.js';
import { nullsErrors } from './nulls-errors.js';
import { override } from './override.js';
import { provides } from './provides.js';
import { requiresArguments } from './requires-arguments.js';
import { requires } from './requires.js';
import { scalarsVariables } from './scalars-variables.js';
import { shareable } from './shareable.js';
import { unions } from './unions.js';
import type { World } from './world.js';

export const worlds: readonly World[] = [
  aliasClashes,
  entityInterfaces,
  enumsInputs,
  inaccessible,
  interfaceObject,
  keys,
  mutations,
  nullsErrors,
  override,
  provides,
  requires,
  requiresArguments,
  scalarsVariables,
  shareable,
  unions,
];
